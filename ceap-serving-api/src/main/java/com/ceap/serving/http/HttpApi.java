package com.ceap.serving.http;

import com.ceap.model.error.CeapException;
import com.ceap.serving.metrics.ServingMetrics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Answers requests by routes: finds the route, checks caller and parameters, turns every error into
 * a problem. Never throws. Thread-safe.
 */
public final class HttpApi {
  private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9._:/=+-]{1,128}");
  private static final String NO_ROUTE = "none";

  private final Router router;
  private final HttpSettings settings;
  private final ServingMetrics metrics;
  private final Authorization authorization;
  private final Cors cors;
  private final Compression compression;
  private final Function<CeapException, ProblemException> problems;

  /**
   * An API of these routes.
   *
   * @param special what an error is to its caller, where it is more than its category says
   */
  public HttpApi(
      List<Route> routes,
      HttpSettings settings,
      Function<CeapException, Optional<ProblemException>> special,
      ServingMetrics metrics) {
    this.router = new Router(routes);
    this.problems = e -> special.apply(e).orElseGet(() -> Problems.of(e));
    this.settings = settings;
    this.metrics = metrics;
    this.authorization = new Authorization(settings.serviceScope());
    this.cors = new Cors(settings.origins());
    this.compression = new Compression(settings.gzipFrom());
  }

  public List<Route> routes() {
    return router.routes();
  }

  public ApiResponse handle(ApiRequest request) {
    long start = System.nanoTime();
    String requestId =
        request
            .header("x-request-id")
            .filter(id -> REQUEST_ID.matcher(id).matches())
            .orElseGet(settings.requestIds());
    Visit visit = new Visit(request, requestId);
    Reply reply = visit.reply();
    metrics.answered(visit.route, reply.status(), Duration.ofNanos(System.nanoTime() - start));
    return respond(request, cors.open(request, reply), requestId);
  }

  private ApiResponse respond(ApiRequest request, Reply reply, String requestId) {
    Reply fresh = reply.status() == 200 ? tagged(request, reply) : reply;
    Reply sent = compression.apply(request, fresh);
    Map<String, String> headers = new HashMap<>(sent.headers());
    headers.put("x-request-id", requestId);
    headers.put("x-content-type-options", "nosniff");
    headers.put("vary", "accept-encoding, origin");
    if (!sent.contentType().isEmpty()) {
      headers.put("content-type", sent.contentType());
    }
    return new ApiResponse(sent.status(), headers, sent.body());
  }

  /** With its tag, and without its body where the caller has that already. */
  private static Reply tagged(ApiRequest request, Reply reply) {
    if (!request.method().equals("GET")) {
      return reply;
    }
    EntityTag tag = EntityTag.of(reply.body());
    boolean known = request.header("if-none-match").map(tag::matches).orElse(false);
    Reply unchanged = known ? new Reply(304, "", new byte[0], reply.headers()) : reply;
    return unchanged.with("etag", tag.value());
  }

  /** One request on its way. */
  private final class Visit {
    private final ApiRequest request;
    private final String requestId;
    private String route = NO_ROUTE;

    Visit(ApiRequest request, String requestId) {
      this.request = request;
      this.requestId = requestId;
    }

    Reply reply() {
      try {
        return cors.preflight(request, router).orElseGet(this::routed);
      } catch (ProblemException e) {
        if (e.type().status() >= 500) {
          metrics.failed(route, e);
        }
        return Problems.reply(e, requestId);
      } catch (CeapException e) {
        ProblemException problem = problems.apply(e);
        if (problem.type().status() >= 500) {
          metrics.failed(route, e);
        }
        return Problems.reply(problem, requestId);
      } catch (RuntimeException e) {
        metrics.failed(route, e);
        return Problems.reply(Problems.internal(), requestId);
      }
    }

    private Reply routed() {
      Router.Match match = router.find(request.method(), request.path());
      Route found = match.route();
      route = found.method() + " " + found.template();
      requireSmall();
      Parameters path = match.path();
      authorization.check(found.access(), request.caller(), path);
      Parameters query = Parameters.ofQuery(request.query(), found.query());
      return found.endpoint().handle(new Call(request, found, path, query));
    }

    private void requireSmall() {
      if (request.body().length > settings.bodyLimit()) {
        throw new ProblemException(
            ProblemType.BODY_TOO_LARGE,
            "the body must have at most %d bytes, has %d"
                .formatted(settings.bodyLimit(), request.body().length));
      }
    }
  }
}
