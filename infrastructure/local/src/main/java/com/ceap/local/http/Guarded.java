package com.ceap.local.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Sees to it that every request is answered, that no answer says where in the code something went
 * wrong, and that what listens here is asked for by its own name: a foreign site whose name was
 * made to point to this machine would be named in {@code Host}.
 */
final class Guarded implements HttpHandler {
  private static final Pattern OURS =
      Pattern.compile("(127\\.0\\.0\\.1|localhost|\\[::1])(:\\d+)?", Pattern.CASE_INSENSITIVE);

  private final HttpHandler inner;

  Guarded(HttpHandler inner) {
    this.inner = inner;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (isOurs(exchange)) {
        inner.handle(exchange);
      } else {
        Answer.text(403, "Ask for this by 127.0.0.1 or localhost.").send(exchange);
      }
    } catch (RuntimeException e) {
      if (exchange.getResponseCode() < 0) {
        Answer.text(500, "This is a defect of CEAP: " + e.getClass().getSimpleName())
            .send(exchange);
      }
    }
  }

  private static boolean isOurs(HttpExchange exchange) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst("Host"))
        .map(host -> OURS.matcher(host).matches())
        .orElse(true);
  }
}
