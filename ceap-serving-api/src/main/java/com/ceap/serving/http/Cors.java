package com.ceap.serving.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Lets browsers call from the configured origins (https://fetch.spec.whatwg.org/#http-cors). */
record Cors(Set<String> origins) {
  private static final String REQUESTED_METHOD = "access-control-request-method";
  private static final Map<String, String> PREFLIGHT =
      Map.of(
          "access-control-allow-headers",
          "authorization, content-type, idempotency-key, if-none-match, x-request-id",
          "access-control-max-age",
          "600");

  /** The answer to a browser that asks beforehand, where the request is one. */
  Optional<Reply> preflight(ApiRequest request, Router router) {
    if (!request.method().equals("OPTIONS") || request.header(REQUESTED_METHOD).isEmpty()) {
      return Optional.empty();
    }
    List<String> methods = router.methods(request.path());
    return methods.isEmpty() ? Optional.empty() : Optional.of(preflight(request, methods));
  }

  private Reply preflight(ApiRequest request, List<String> methods) {
    Reply reply = new Reply(204, "", new byte[0], allowed(request) ? PREFLIGHT : Map.of());
    return allowed(request)
        ? reply.with("access-control-allow-methods", String.join(", ", methods))
        : reply;
  }

  /** The same answer, readable by the origin that asked. */
  Reply open(ApiRequest request, Reply reply) {
    if (!allowed(request)) {
      return reply;
    }
    return reply
        .with("access-control-allow-origin", request.header("origin").orElseThrow())
        .with("access-control-expose-headers", "etag, retry-after, x-request-id");
  }

  private boolean allowed(ApiRequest request) {
    return request.header("origin").filter(origins::contains).isPresent();
  }
}
