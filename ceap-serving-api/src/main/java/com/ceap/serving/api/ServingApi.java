package com.ceap.serving.api;

import com.ceap.model.error.CeapException;
import com.ceap.model.program.Program;
import com.ceap.serving.CustomerFeeds;
import com.ceap.serving.ProgramFeeds;
import com.ceap.serving.display.Displays;
import com.ceap.serving.eligibility.EligibilityRefresh;
import com.ceap.serving.http.ApiRequest;
import com.ceap.serving.http.ApiResponse;
import com.ceap.serving.http.HttpApi;
import com.ceap.serving.http.HttpSettings;
import com.ceap.serving.http.Route;
import com.ceap.storage.MessageTracking;
import com.ceap.storage.Stores;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The serving API, whoever carries its requests: it knows neither Lambda nor sockets. Build it
 * once; {@link #handle} never throws. Thread-safe.
 */
public final class ServingApi {
  private static final int BODY_LIMIT = 256 * 1024;

  private final HttpApi api;

  public ServingApi(ServingPorts ports, ServingSettings settings) {
    HttpSettings http =
        new HttpSettings(
            settings.serviceScope(),
            settings.origins(),
            settings.gzipFrom(),
            BODY_LIMIT,
            settings.requestIds());
    this.api = new HttpApi(routes(ports, settings), http, ProblemsOfConsent::of, ports.metrics());
  }

  /** Answers a request whose caller was verified by whoever brings it. */
  public ApiResponse handle(ApiRequest request) {
    return api.handle(request);
  }

  /** Every route, each once. */
  public List<Route> routes() {
    return api.routes();
  }

  private static List<Route> routes(ServingPorts ports, ServingSettings settings) {
    Stores stores = ports.stores();
    Function<String, Optional<Program>> programs = ports.programs();
    EligibilityRefresh eligibility = eligibility(ports, settings);
    Function<String, Optional<Program>> readable = id -> readable(programs, id);
    Displays displays =
        new Displays(
            ports.reference().products(), settings.productLife(), ports.metrics(), ports.clock());
    CustomerFeeds customers = new CustomerFeeds(stores.candidates(), readable, eligibility);
    ProgramFeeds feeds =
        new ProgramFeeds(stores.candidates(), stores.standings(), programs, eligibility);
    SealedCursor cursors = new SealedCursor(settings.cursorSecret());
    List<Route> routes = new ArrayList<>();
    routes.addAll(new CandidateRoutes(customers, displays, ports.metrics()).routes());
    routes.addAll(new ProgramRoutes(feeds, programs, displays, cursors, ports.metrics()).routes());
    routes.addAll(new EventRoutes(stores, programs, ports.clock()).routes());
    routes.addAll(new ConsentRoutes(stores.ledgers(), programs, ports.clock()).routes());
    routes.addAll(new ErasureRoutes(stores.erasures(), ports.clock()).routes());
    routes.addAll(
        new UnsubscribeRoutes(
                ports.unsubscribes(), stores.ledgers(), stores.messages(), readable, ports.clock())
            .routes());
    routes.addAll(
        new TrackingRoutes(
                ports.unsubscribes(),
                new MessageTracking(stores.messages()),
                ports.metrics(),
                ports.clock())
            .routes());
    routes.addAll(new PublicRoutes().routes());
    return routes;
  }

  /**
   * For what concerns many programs: one that nobody can read shows nothing, and keeps no other
   * from being shown, nor anyone from leaving.
   */
  private static Optional<Program> readable(
      Function<String, Optional<Program>> programs, String id) {
    try {
      return programs.apply(id);
    } catch (CeapException toldWhereItWasRead) {
      return Optional.empty();
    }
  }

  private static EligibilityRefresh eligibility(ServingPorts ports, ServingSettings settings) {
    return new EligibilityRefresh(
        ports.programs(),
        ports.filters(),
        ports.reference(),
        seen -> ports.stores().candidates().expire(seen, ports.clock().instant()),
        settings.staleness(),
        settings.verdictLife(),
        ports.metrics(),
        ports.clock());
  }
}
