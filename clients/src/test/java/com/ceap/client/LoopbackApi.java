package com.ceap.client;

import com.ceap.serving.api.ServingApi;
import com.ceap.serving.http.ApiRequest;
import com.ceap.serving.http.ApiResponse;
import com.ceap.serving.http.Caller;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** The serving API behind HTTP, with tokens that say who it is and that nobody verifies. */
final class LoopbackApi implements AutoCloseable {
  private static final String BEARER = "Bearer ";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicInteger compressed = new AtomicInteger();
  private final ServingApi api;

  LoopbackApi(ServingApi api) throws IOException {
    this.api = api;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      ApiResponse response = api.handle(request(exchange));
      response.header("content-encoding").ifPresent(_ -> compressed.incrementAndGet());
      Headers headers = exchange.getResponseHeaders();
      response.headers().forEach(headers::set);
      int length = response.body().length;
      exchange.sendResponseHeaders(response.status(), length == 0 ? -1 : length);
      exchange.getResponseBody().write(response.body());
    }
  }

  private static ApiRequest request(HttpExchange exchange) throws IOException {
    Map<String, String> headers = new HashMap<>();
    exchange.getRequestHeaders().forEach((name, all) -> headers.put(name, String.join(",", all)));
    return new ApiRequest(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getRawPath(),
        Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), ""),
        headers,
        exchange.getRequestBody().readAllBytes(),
        caller(exchange.getRequestHeaders().getFirst("Authorization")));
  }

  private static Caller caller(String authorization) {
    return authorization != null && authorization.startsWith(BEARER)
        ? new Caller.Token(customer(authorization.substring(BEARER.length())), Set.of())
        : Caller.ANONYMOUS;
  }

  /** The token that stands for a customer. */
  static String token(String customerId) {
    return URLEncoder.encode(customerId, StandardCharsets.UTF_8);
  }

  private static String customer(String token) {
    return URLDecoder.decode(token, StandardCharsets.UTF_8);
  }

  /** How many answers were compressed. */
  int compressed() {
    return compressed.get();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
