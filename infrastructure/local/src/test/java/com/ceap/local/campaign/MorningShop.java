package com.ceap.local.campaign;

import com.ceap.architecture.ProjectRoot;
import com.ceap.local.platform.LocalPlatform;
import com.ceap.local.platform.StoreKind;
import com.ceap.local.run.Programs;
import com.ceap.model.Attributes;
import com.ceap.model.Candidate;
import com.ceap.model.CandidateKey;
import com.ceap.model.Context;
import com.ceap.model.Customer;
import com.ceap.model.Product;
import com.ceap.model.ScoredCandidate;
import com.ceap.model.Subject;
import com.ceap.model.program.Program;
import com.ceap.model.program.ProgramLoader;
import com.ceap.runtime.programs.ProgramPublisher;
import com.ceap.storage.Run;
import com.ceap.storage.RunStamp;
import com.ceap.storage.Versioned;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** A data folder in which the recommendations of the night are stored. */
public final class MorningShop {
  public static final String PROGRAM = "product-recommendations";
  public static final String RUN = "20260301T020000.000-2026-02-28";

  /** Ten o'clock in London. */
  public static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");

  private static final Instant STORED = Instant.parse("2026-03-01T03:35:00Z");
  private static final LocalDate DATE = LocalDate.parse("2026-02-28");

  private MorningShop() {}

  /** Opens the folder at a time. */
  public static LocalPlatform open(Path data, Instant now) {
    return LocalPlatform.open(
        data, StoreKind.EMBEDDED, ProjectRoot.find(), InstantSource.fixed(now));
  }

  /**
   * Makes the folder, with a completed run of some customers of two products each, in London; the
   * last one has no address.
   */
  public static void make(Path data, int customers) {
    try (LocalPlatform platform = open(data, STORED)) {
      ProgramLoader loader = new ProgramLoader(platform.registries().extensions());
      new ProgramPublisher(platform.objects(), loader)
          .publish(ProjectRoot.find().resolve("programs"));
      Program program = new Programs(loader, platform.programs()).find(PROGRAM);
      Run run = Run.starting(PROGRAM, RUN, DATE, STORED);
      platform.stores().runs().register(run);
      platform
          .stores()
          .runs()
          .update(
              run.ended(
                  Run.State.SUCCEEDED,
                  "{\"programVersion\": \"%s\"}".formatted(program.version())));
      store(platform, customers);
    }
  }

  private static void store(LocalPlatform platform, int customers) {
    List<ScoredCandidate> decisions = new ArrayList<>();
    List<Versioned<Customer>> profiles = new ArrayList<>();
    for (int i = 0; i < customers; i++) {
      String id = "C" + i;
      Optional<String> email =
          i == customers - 1 ? Optional.empty() : Optional.of("c" + i + "@example.com");
      profiles.add(new Versioned<>(customer(id, email), STORED));
      decisions.add(candidate(id, "P1", 0.9));
      decisions.add(candidate(id, "P2", 0.8));
    }
    platform.stores().customers().importAll(profiles);
    platform
        .stores()
        .products()
        .importAll(
            List.of(
                new Versioned<>(product("P1", "Garden Chair"), STORED),
                new Versioned<>(product("P2", "Reading Lamp"), STORED)));
    platform
        .stores()
        .candidates()
        .storeAll(new RunStamp(RUN, DATE, STORED, Duration.ofDays(7)), decisions);
  }

  private static Customer customer(String id, Optional<String> email) {
    Optional<String> none = Optional.empty();
    return new Customer(
        id,
        Customer.Status.ACTIVE,
        Optional.of("Ann"),
        Optional.of("UK"),
        Optional.of(ZoneId.of("Europe/London")),
        none,
        email,
        none,
        true,
        List.of());
  }

  private static Product product(String id, String name) {
    Optional<String> none = Optional.empty();
    return new Product(
        id,
        Optional.of(name),
        Optional.of("Home"),
        Optional.of(new BigDecimal("19.90")),
        Optional.of("GBP"),
        none,
        none,
        true,
        true);
  }

  private static ScoredCandidate candidate(String customer, String product, double score) {
    Candidate candidate =
        new Candidate(
            new CandidateKey(customer, PROGRAM, "UK", new Subject("product", product)),
            Context.EMPTY,
            Attributes.of(Map.of("view_count", 4L)),
            List.of("email", "in-app"),
            DATE.atStartOfDay(ZoneId.of("UTC")).toInstant());
    return new ScoredCandidate(candidate, Attributes.EMPTY, List.of(), score, OptionalInt.of(10));
  }
}
