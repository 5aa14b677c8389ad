package com.ceap.client;

import com.ceap.channels.spi.ChannelFactory;
import com.ceap.connectors.spi.DataConnectorFactory;
import com.ceap.filters.spi.FilterFactory;
import com.ceap.model.Attributes;
import com.ceap.model.Candidate;
import com.ceap.model.CandidateKey;
import com.ceap.model.Context;
import com.ceap.model.Product;
import com.ceap.model.ScoredCandidate;
import com.ceap.model.Subject;
import com.ceap.model.program.ExtensionRegistry;
import com.ceap.model.program.Extensions;
import com.ceap.model.program.Program;
import com.ceap.model.program.ProgramLoader;
import com.ceap.scoring.spi.ScoringProviderFactory;
import com.ceap.serving.api.ServingApi;
import com.ceap.serving.api.ServingPorts;
import com.ceap.serving.api.ServingSettings;
import com.ceap.serving.metrics.ServingCounters;
import com.ceap.storage.RunStamp;
import com.ceap.storage.Stores;
import com.ceap.storage.Versioned;
import com.ceap.storage.embedded.MemoryTables;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** A shop with one program, and the serving API over its store. */
final class Shop implements AutoCloseable {
  private static final String RECO =
      """
      programId: "reco"
      programName: "Picked for you"
      marketplaces: ["US"]
      dataConnectors:
        - {connectorId: rows, type: athena, config: {query: SELECT 1}}
      filterChain:
        - {filterId: eligibility, type: eligibility, order: 1}
      channels:
        - {channelId: in-app, type: in-app, config: {sectionName: "Recommended for You", maxProducts: 50}}
      """;
  private static final ExtensionRegistry<FilterFactory<?>> FILTERS =
      ExtensionRegistry.load(FilterFactory.class);
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
  private static final InstantSource CLOCK = InstantSource.fixed(NOW);

  private final Outage outage = new Outage(new MemoryTables(CLOCK));
  private final Stores stores = Stores.on(outage, CLOCK);
  private final ServingCounters counters = new ServingCounters();

  /** The API, without the unsubscribe links of messages. */
  ServingApi api() {
    Program program = program();
    ServingPorts ports =
        ServingPorts.of(
            stores,
            id -> Optional.of(program).filter(known -> known.programId().equals(id)),
            FILTERS,
            _ -> Optional.empty(),
            counters,
            CLOCK);
    return new ServingApi(ports, ServingSettings.of("a secret of thirty-two characters"));
  }

  private static Program program() {
    Extensions extensions =
        new Extensions(
            ExtensionRegistry.<DataConnectorFactory<?>>load(DataConnectorFactory.class),
            FILTERS,
            ExtensionRegistry.<ScoringProviderFactory<?>>load(ScoringProviderFactory.class),
            ExtensionRegistry.<ChannelFactory<?>>load(ChannelFactory.class));
    byte[] yaml = RECO.getBytes(StandardCharsets.UTF_8);
    return new ProgramLoader(extensions).load("reco.yaml", yaml).orElseThrow();
  }

  Outage outage() {
    return outage;
  }

  /** How often the API gave this status. */
  long answered(int status) {
    return counters.count("answered." + status);
  }

  /** Decides that a customer may be shown a product. */
  void recommend(String customerId, String productId, double score) {
    CandidateKey key =
        new CandidateKey(customerId, "reco", "US", new Subject("product", productId));
    Candidate candidate =
        new Candidate(key, new Context(Map.of()), Attributes.EMPTY, List.of("in-app"), NOW);
    ScoredCandidate decision =
        new ScoredCandidate(candidate, Attributes.EMPTY, List.of(), score, OptionalInt.empty());
    RunStamp run = new RunStamp("r1", LocalDate.parse("2026-03-01"), NOW, Duration.ofDays(7));
    stores.candidates().storeAll(run, List.of(decision));
    stores.products().importAll(List.of(new Versioned<>(product(productId), NOW)));
  }

  private static Product product(String id) {
    return new Product(
        id,
        Optional.of("Product " + id),
        Optional.of("shoes"),
        Optional.of(new BigDecimal("79.90")),
        Optional.of("USD"),
        Optional.of("https://img.example/" + id),
        Optional.of("https://shop.example/" + id),
        true,
        true);
  }

  @Override
  public void close() {
    outage.close();
  }
}
