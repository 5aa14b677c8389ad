package com.ceap.local.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What a request is answered with. */
public record Answer(int status, String contentType, String body, Map<String, String> headers) {
  private static final int DRAIN_BYTES = 16 * 1024;
  private static final long MOST_DRAINED = 64L * 1024 * 1024;

  public Answer {
    headers = Map.copyOf(headers);
  }

  public static Answer text(int status, String text) {
    return new Answer(status, "text/plain; charset=utf-8", text + "\n", Map.of());
  }

  public static Answer json(int status, String json) {
    return new Answer(status, "application/json", json + "\n", Map.of());
  }

  /**
   * Reads what is left of a request, so that a client who is still sending gets its answer: the
   * server closes the connection upon one that it has not read, and the answer is lost with it. Not
   * for ever: who sends more than 64 MB is cut off.
   */
  public static void drain(HttpExchange exchange) throws IOException {
    byte[] buffer = new byte[DRAIN_BYTES];
    InputStream body = exchange.getRequestBody();
    long left = MOST_DRAINED;
    for (int read = body.read(buffer); read >= 0 && left > 0; read = body.read(buffer)) {
      left -= read;
    }
  }

  /** Answers; what is left of the request is of no interest. */
  public void send(HttpExchange exchange) throws IOException {
    drain(exchange);
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", contentType);
    headers.forEach(exchange.getResponseHeaders()::set);
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.sendResponseHeaders(status, -1);
    } else {
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }
}
