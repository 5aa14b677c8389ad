package com.ceap.local.workflow;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.ceap.runtime.objects.ObjectStore;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;

/**
 * Functions and objects on the loopback address: calls handlers as Lambda does and answers with
 * what Lambda makes of an exception.
 */
final class FunctionBridge implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, RequestStreamHandler> functions;
  private final ObjectStore objects;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Phaser working = new Phaser(1);

  /** The functions that were called, in the order of their calls. */
  final List<String> calls = new CopyOnWriteArrayList<>();

  /** Told of each call before it is made. */
  volatile Watcher watcher = function -> {};

  /** How often a function works on the same input, as a child that ran more than once. */
  volatile int times = 1;

  /** Looks on, and may end the world. */
  interface Watcher {
    void called(String function);
  }

  FunctionBridge(Map<String, RequestStreamHandler> functions, ObjectStore objects)
      throws IOException {
    this.functions = Map.copyOf(functions);
    this.objects = objects;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/functions/", this::call);
    server.createContext("/objects/", this::object);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Waits until no function works any more. */
  void awaitSilence() {
    working.arriveAndAwaitAdvance();
  }

  /** Has SageMaker answer, too. */
  void host(StandInSageMaker sageMaker) {
    server.createContext(
        "/sagemaker/",
        exchange -> {
          String action = exchange.getRequestURI().getPath().substring("/sagemaker/".length());
          try {
            ObjectNode said =
                sageMaker.call(action, JSON.readTree(exchange.getRequestBody().readAllBytes()));
            answer(exchange, 200, JSON.writeValueAsBytes(said));
          } catch (IllegalArgumentException e) {
            answer(exchange, 400, e.getMessage().getBytes(StandardCharsets.UTF_8));
          } catch (RuntimeException e) {
            answer(exchange, 400, e.toString().getBytes(StandardCharsets.UTF_8));
          }
        });
  }

  private void call(HttpExchange exchange) throws IOException {
    working.register();
    try {
      answer(exchange);
    } finally {
      working.arriveAndDeregister();
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    String name = exchange.getRequestURI().getPath().substring("/functions/".length());
    byte[] input = exchange.getRequestBody().readAllBytes();
    calls.add(name);
    watcher.called(name);
    try {
      byte[] output = new byte[0];
      for (int i = 0; i < times; i++) {
        output = called(name, input);
      }
      answer(exchange, 200, output);
    } catch (RuntimeException e) {
      answer(
          exchange,
          500,
          JSON.writeValueAsBytes(
              Map.of("errorMessage", e.getMessage(), "errorType", e.getClass().getName())));
    }
  }

  byte[] called(String name, byte[] input) throws IOException {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    functions
        .get(name)
        .handleRequest(new ByteArrayInputStream(input), output, new LoopbackContext(name));
    return output.toByteArray();
  }

  private void object(HttpExchange exchange) throws IOException {
    String key = exchange.getRequestURI().getPath().substring("/objects/".length());
    if (exchange.getRequestMethod().equals("PUT")) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      objects.put(key, out -> out.write(body));
      answer(exchange, 200, new byte[0]);
    } else {
      try (InputStream in = objects.open(key)) {
        answer(exchange, 200, in.readAllBytes());
      }
    }
  }

  private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
