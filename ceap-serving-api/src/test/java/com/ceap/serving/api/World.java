package com.ceap.serving.api;

import com.ceap.model.Attributes;
import com.ceap.model.Candidate;
import com.ceap.model.CandidateKey;
import com.ceap.model.Consent;
import com.ceap.model.Context;
import com.ceap.model.Customer;
import com.ceap.model.Product;
import com.ceap.model.Score;
import com.ceap.model.ScoredCandidate;
import com.ceap.model.Subject;
import com.ceap.serving.CandidateId;
import com.ceap.serving.http.ApiRequest;
import com.ceap.serving.http.ApiResponse;
import com.ceap.serving.http.Caller;
import com.ceap.serving.metrics.ServingCounters;
import com.ceap.storage.RunStamp;
import com.ceap.storage.Stores;
import com.ceap.storage.Versioned;
import com.ceap.storage.embedded.MemoryTables;
import com.ceap.storage.table.Tables;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A serving API on a store of its own; every answer is held to the OpenAPI document. */
public final class World implements AutoCloseable {
  public static final LocalDate DAY = LocalDate.parse("2026-03-01");
  static final Caller SERVICE = new Caller.Service("arn:aws:sts::1:assumed-role/campaigns/x");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final OpenApiContract CONTRACT = new OpenApiContract();

  final TestClock clock;
  final CountingTables tables;
  final Stores stores;
  final TestPrograms programs = new TestPrograms();
  final ServingCounters counters = new ServingCounters();
  final ServingApi api;

  World() {
    this(new TestClock(), settings -> settings, ports -> ports);
  }

  World(TestClock clock, Tables store) {
    this(clock, store, settings -> settings, ports -> ports);
  }

  World(UnaryOperator<ServingSettings> settings) {
    this(new TestClock(), settings, ports -> ports);
  }

  World(
      TestClock clock, UnaryOperator<ServingSettings> settings, UnaryOperator<ServingPorts> ports) {
    this(clock, new MemoryTables(clock), settings, ports);
  }

  World(
      TestClock clock,
      Tables store,
      UnaryOperator<ServingSettings> settings,
      UnaryOperator<ServingPorts> ports) {
    this.clock = clock;
    this.tables = new CountingTables(store);
    this.stores = Stores.on(tables, clock);
    ServingPorts own =
        ServingPorts.of(
            stores, programs, TestPrograms.FILTERS, World::unsubscription, counters, clock);
    this.api =
        new ServingApi(
            ports.apply(own),
            settings.apply(ServingSettings.of("a secret of thirty-two characters")));
    tables.takeCalls();
  }

  /** Tokens read {@code customer.program.channel}. */
  private static Optional<Unsubscription> unsubscription(String token) {
    String[] parts = token.split("\\.", -1);
    return parts.length == 3
        ? Optional.of(new Unsubscription(parts[0], parts[1], parts[2]))
        : Optional.empty();
  }

  @Override
  public void close() {
    tables.close();
  }

  // What is stored.

  static CandidateKey key(String customer, String product) {
    return new CandidateKey(customer, "reco", "US", new Subject("product", product));
  }

  static Candidate candidate(CandidateKey key, TestClock clock, String... channels) {
    Context context = new Context(Map.of("category", "shoes"));
    return new Candidate(key, context, Attributes.EMPTY, List.of(channels), clock.instant());
  }

  CandidateKey store(CandidateKey key, double score, String... channels) {
    return store(candidate(key, clock, channels), score);
  }

  CandidateKey store(Candidate candidate, double score, Score... scores) {
    return store(
        new ScoredCandidate(
            candidate, Attributes.EMPTY, List.of(scores), score, OptionalInt.empty()));
  }

  CandidateKey store(ScoredCandidate decision) {
    RunStamp run = new RunStamp("r1", DAY, clock.instant(), Duration.ofDays(7));
    stores.candidates().storeAll(run, List.of(decision));
    return decision.key();
  }

  void optOut(String customer, String program, String channel) {
    Consent consent = new Consent(customer, program, channel, true);
    stores.ledgers().importConsents(List.of(new Versioned<>(consent, clock.instant())));
  }

  /** Known, active and payable. */
  void customer(String id, Customer.Status status, Optional<String> marketplace) {
    Customer customer =
        new Customer(
            id,
            status,
            Optional.empty(),
            marketplace,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            true,
            List.of());
    stores.customers().importAll(List.of(new Versioned<>(customer, clock.instant())));
  }

  void product(String id, boolean inStock) {
    Product product =
        new Product(
            id,
            Optional.of("Product " + id),
            Optional.of("shoes"),
            Optional.of(new BigDecimal("79.90")),
            Optional.of("USD"),
            Optional.of("https://img.example/" + id),
            Optional.of("https://shop.example/" + id),
            inStock,
            true);
    stores.products().importAll(List.of(new Versioned<>(product, clock.instant())));
  }

  // What is asked.

  static Caller customer(String id) {
    return new Caller.Token(id, Set.of());
  }

  static Caller anyCustomer() {
    return new Caller.Token("backend", Set.of("ceap:service"));
  }

  ApiResponse get(Caller caller, String target) {
    return send("GET", target, caller, Map.of(), "");
  }

  ApiResponse post(Caller caller, String target, String json) {
    return send("POST", target, caller, Map.of("Content-Type", "application/json"), json);
  }

  ApiResponse send(
      String method, String target, Caller caller, Map<String, String> headers, String body) {
    int query = target.indexOf('?');
    ApiRequest request =
        new ApiRequest(
            method,
            query < 0 ? target : target.substring(0, query),
            query < 0 ? "" : target.substring(query + 1),
            headers,
            body.getBytes(StandardCharsets.UTF_8),
            caller);
    ApiResponse response = api.handle(request);
    CONTRACT.check(request, response, api.routes());
    return response;
  }

  ApiResponse event(CandidateKey key, String eventKey, String json) {
    Map<String, String> headers = new HashMap<>();
    headers.put("content-type", "application/json");
    headers.put("idempotency-key", eventKey);
    return send(
        "POST",
        "/v1/candidates/" + CandidateId.of(key) + "/events",
        customer(key.customerId()),
        headers,
        json);
  }

  static JsonNode json(ApiResponse response) {
    try {
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The subjects that an answer shows, in its order. */
  static List<String> subjects(ApiResponse response) {
    return texts(json(response).path("candidates"), "/subject/id");
  }

  static List<String> texts(JsonNode list, String pointer) {
    List<String> texts = new ArrayList<>();
    list.forEach(node -> texts.add(node.at(pointer).asText()));
    return texts;
  }

  /** What a customer is shown in the app. */
  List<String> inApp(String customer) {
    return subjects(
        get(customer(customer), "/v1/customers/" + customer + "/candidates?channel=in-app"));
  }
}
