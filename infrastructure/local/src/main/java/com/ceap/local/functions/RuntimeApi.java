package com.ceap.local.functions;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Lambda's Runtime API for one function ("Using the Lambda runtime API" in the Lambda developer
 * guide), on a port of this machine.
 */
public final class RuntimeApi implements AutoCloseable {
  private static final String ROOT = "/2018-06-01/runtime/";
  private static final String JSON = "application/json";
  private static final long PLENTY_MILLIS = 60_000;

  private final HttpServer server;
  private final InstantSource clock;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CompletableFuture<Void> ready = new CompletableFuture<>();
  private final LinkedBlockingQueue<Invocation> waiting = new LinkedBlockingQueue<>();
  private volatile Invocation running = new Invocation("none", "");

  private record Invocation(String id, String event, CompletableFuture<String> answer) {
    Invocation(String id, String event) {
      this(id, event, new CompletableFuture<>());
    }
  }

  private RuntimeApi(HttpServer server, InstantSource clock) {
    this.server = server;
    this.clock = clock;
    server.setExecutor(threads);
    server.createContext(ROOT + "invocation/", this::invocation);
    server.createContext(ROOT + "init/error", exchange -> broken(exchange, "it did not start"));
    server.createContext(ROOT + "restore/next", exchange -> send(exchange, 200, ""));
    server.createContext(ROOT + "restore/error", exchange -> broken(exchange, "no restore"));
  }

  /** Listens on a free port. */
  public static RuntimeApi open(InstantSource clock) {
    try {
      InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      RuntimeApi api = new RuntimeApi(HttpServer.create(address, 0), clock);
      api.server.start();
      return api;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot open a port for the Runtime API", e);
    }
  }

  /** What the function finds it by. */
  public String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** Ends when the function first asks for an event, or with what it says is wrong. */
  public CompletableFuture<Void> ready() {
    return ready;
  }

  /**
   * Has the function answer an event.
   *
   * @return its answer; ends with what it says went wrong where it fails
   */
  public CompletableFuture<String> invoke(String id, String event) {
    Invocation invocation = new Invocation(id, event);
    waiting.add(invocation);
    return invocation.answer();
  }

  private void invocation(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (path.endsWith("/next")) {
      next(exchange);
    } else if (path.endsWith("/response")) {
      running.answer().complete(body(exchange));
      send(exchange, 202, "");
    } else {
      running.answer().completeExceptionally(new IllegalStateException(body(exchange)));
      send(exchange, 202, "");
    }
  }

  private void next(HttpExchange exchange) throws IOException {
    ready.complete(null);
    try {
      running = waiting.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      exchange.close();
      return;
    }
    exchange.getResponseHeaders().set("Lambda-Runtime-Aws-Request-Id", running.id());
    exchange
        .getResponseHeaders()
        .set("Lambda-Runtime-Deadline-Ms", Long.toString(clock.millis() + PLENTY_MILLIS));
    exchange
        .getResponseHeaders()
        .set(
            "Lambda-Runtime-Invoked-Function-Arn",
            "arn:aws:lambda:us-east-1:123456789012:function:ceap-local");
    send(exchange, 200, running.event());
  }

  private void broken(HttpExchange exchange, String what) throws IOException {
    ready.completeExceptionally(new IllegalStateException(what + ": " + body(exchange)));
    send(exchange, 202, "");
  }

  private static String body(HttpExchange exchange) throws IOException {
    return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    try (exchange) {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", JSON);
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
