package com.ceap.local.web;

import com.ceap.local.http.Answer;
import com.ceap.serving.api.ServingApi;
import com.ceap.serving.http.ApiRequest;
import com.ceap.serving.http.ApiResponse;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Carries requests to the serving API, as API Gateway does on AWS. Thread-safe. */
public final class ApiHandler implements HttpHandler {
  /** One more than the API takes, so that it sees what is too large. */
  private static final int MOST_BYTES = 256 * 1024 + 1;

  private static final int NOT_MODIFIED = 304;
  private static final int NO_CONTENT = 204;

  private final ServingApi api;
  private final Callers callers;

  public ApiHandler(ServingApi api, Callers callers) {
    this.api = api;
    this.callers = callers;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    send(exchange, api.handle(request(exchange)));
  }

  private ApiRequest request(HttpExchange exchange) throws IOException {
    Map<String, String> headers = new HashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name, String.join(", ", values)));
    String path = exchange.getRequestURI().getRawPath();
    return new ApiRequest(
        exchange.getRequestMethod(),
        path,
        Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), ""),
        headers,
        exchange.getRequestBody().readNBytes(MOST_BYTES),
        callers.of(
            path, Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))));
  }

  private static void send(HttpExchange exchange, ApiResponse response) throws IOException {
    Answer.drain(exchange);
    response.headers().forEach(exchange.getResponseHeaders()::set);
    boolean empty =
        response.body().length == 0
            || response.status() == NOT_MODIFIED
            || response.status() == NO_CONTENT
            || exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(response.status(), empty ? -1 : response.body().length);
    if (!empty) {
      exchange.getResponseBody().write(response.body());
    }
  }
}
