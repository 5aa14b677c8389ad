package com.ceap.local.bench.serving;

import com.ceap.local.bench.calls.NotedTables;
import com.ceap.local.bench.calls.StoreCall;
import com.ceap.local.bench.load.Request;
import com.ceap.local.platform.LocalPlatform;
import com.ceap.model.program.Program;
import com.ceap.serving.api.ServingApi;
import com.ceap.serving.api.ServingPorts;
import com.ceap.serving.api.ServingSettings;
import com.ceap.serving.http.ApiRequest;
import com.ceap.serving.http.ApiResponse;
import com.ceap.serving.http.Caller;
import com.ceap.serving.metrics.ServingCounters;
import com.ceap.storage.CeapTables;
import com.ceap.storage.Stores;
import com.ceap.storage.table.Query;
import com.ceap.storage.table.Table;
import com.ceap.storage.table.Tables;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The request that apps make on every home screen, of one customer after the other in no order, and
 * the bare query behind it.
 */
final class HomeScreen {
  /** More than any measurement asks for before it begins anew. */
  private static final int REQUESTS = 100_000;

  private final LocalPlatform platform;
  private final Program program;
  private final ServingApi api;
  private final List<ApiRequest> requests;
  private final List<StoreCall> calls;
  private final Table candidates;
  private final List<Query> queries;

  HomeScreen(LocalPlatform platform, Program program, StoredFeeds feeds) {
    this.platform = platform;
    this.program = program;
    this.api = api(platform.tables());
    SplittableRandom random = new SplittableRandom(feeds.seed());
    List<String> customers =
        IntStream.range(0, Math.min(REQUESTS, feeds.customers()))
            .mapToObj(_ -> StoredFeeds.customerId(random.nextInt(feeds.customers())))
            .toList();
    this.requests = customers.stream().map(HomeScreen::request).toList();
    this.calls = callsOf(requests.getFirst());
    this.candidates = platform.tables().table(CeapTables.CANDIDATES);
    Query query = query(calls);
    this.queries = customers.stream().map(query::in).toList();
  }

  private ServingApi api(Tables tables) {
    ServingPorts ports =
        ServingPorts.of(
            Stores.on(tables, platform.clock()),
            id -> id.equals(program.programId()) ? Optional.of(program) : Optional.empty(),
            platform.registries().filters(),
            _ -> Optional.empty(),
            new ServingCounters(),
            platform.clock());
    return new ServingApi(ports, ServingSettings.of("the benchmark's secret seals no cursor"));
  }

  private static ApiRequest request(String customerId) {
    return new ApiRequest(
        "GET",
        "/v1/customers/" + customerId + "/candidates",
        "channel=in-app",
        Map.of("accept", "application/json", "accept-encoding", "gzip"),
        new byte[0],
        new Caller.Token(customerId, Set.of()));
  }

  /** What the store is asked for, once the products that the customer is shown are remembered. */
  private List<StoreCall> callsOf(ApiRequest request) {
    NotedTables noted = new NotedTables(platform.tables());
    ServingApi noting = api(noted);
    requireShown(noting.handle(request));
    var _ = noted.take();
    requireShown(noting.handle(request));
    return noted.take();
  }

  private static Query query(List<StoreCall> calls) {
    return calls.stream()
        .filter(StoreCall.Queried.class::isInstance)
        .map(call -> ((StoreCall.Queried) call).query())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the request made no query, but " + calls));
  }

  private static void requireShown(ApiResponse response) {
    if (response.status() != 200) {
      throw new IllegalStateException(
          "the request was to be answered with 200, was " + response.status());
    }
  }

  /** How many calls to the store a request makes. */
  int calls() {
    return calls.size();
  }

  /** The whole of the API. */
  Request viaApi() {
    return index -> requireShown(api.handle(requests.get((int) (index % requests.size()))));
  }

  /** Only what it asks the store. */
  Request bareQuery() {
    return index -> {
      if (candidates.query(queries.get((int) (index % queries.size()))).items().isEmpty()) {
        throw new IllegalStateException("every customer has candidates");
      }
    };
  }
}
