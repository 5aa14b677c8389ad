package com.ceap.local.functions;

import com.ceap.storage.CeapTables;
import com.ceap.storage.Stores;
import com.ceap.storage.embedded.MemoryTables;
import com.ceap.storage.table.Item;
import com.ceap.storage.table.Query;
import com.ceap.storage.table.Table;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Answers the calls of functions as AWS's services do, at once and in memory: tables and a bucket
 * that keep what is written, queues in which nothing lies, and providers that take every message.
 * It remembers what was called. Thread-safe.
 */
public final class StandInAws implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final StandInBucket bucket = new StandInBucket();
  private final StandInProviders providers = new StandInProviders();
  private final StandInTables tables;
  private final StandInAthena athena;
  private final Table candidates;
  private final Stores stores;
  private final List<AwsCall> calls = new CopyOnWriteArrayList<>();

  private StandInAws(HttpServer server, SampleRows rows, InstantSource clock) {
    this.server = server;
    MemoryTables memory = new MemoryTables(clock);
    this.tables = new StandInTables(memory, SampleEnvironment.PREFIX);
    this.athena = new StandInAthena(bucket, rows);
    this.candidates = memory.table(CeapTables.CANDIDATES);
    this.stores = Stores.on(memory, clock, Stores.RETENTION, SampleEnvironment.SHARDS);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
  }

  /**
   * Listens on a free port, with empty tables.
   *
   * @param objects of every bucket, by key
   * @param clock by which items expire
   */
  public static StandInAws open(Map<String, String> objects, InstantSource clock) {
    return open(objects, SampleRows.NONE, clock);
  }

  /**
   * As the other, with a warehouse.
   *
   * @param rows the answer to every query
   */
  static StandInAws open(Map<String, String> objects, SampleRows rows, InstantSource clock) {
    try {
      InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      StandInAws aws = new StandInAws(HttpServer.create(address, 0), rows, clock);
      objects.forEach((key, text) -> aws.put(key, text.getBytes(StandardCharsets.UTF_8)));
      aws.server.start();
      return aws;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot open a port for the stand-in of AWS", e);
    }
  }

  /** What functions find it by. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** What was called, in its order. */
  public List<AwsCall> calls() {
    return List.copyOf(calls);
  }

  /** Forgets what was called. */
  void forgetCalls() {
    calls.clear();
  }

  /** What lies in the tables. */
  Stores stores() {
    return stores;
  }

  /** A customer's items whose changes the stream of candidates brings. */
  List<Item> streamed(String customerId) {
    return candidates.query(Query.of(customerId)).items().stream()
        .filter(item -> CeapTables.CANDIDATES.feeds(CeapTables.CANDIDATES.key(item)))
        .toList();
  }

  void put(String key, byte[] body) {
    bucket.put(key, body);
  }

  /** What the bucket holds, by key. */
  public Map<String, byte[]> objects() {
    return bucket.objects();
  }

  Optional<byte[]> object(String key) {
    return bucket.find(key);
  }

  /** The keys of objects that begin so. */
  List<String> keys(String prefix) {
    return bucket.keys(prefix);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      StandInReply reply = reply(exchange);
      calls.addAll(reply.calls());
      exchange.getResponseHeaders().set("Content-Type", reply.type());
      exchange.sendResponseHeaders(
          reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
      exchange.getResponseBody().write(reply.body());
    }
  }

  private StandInReply reply(HttpExchange exchange) throws IOException {
    String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
    byte[] body = body(exchange);
    if (target != null) {
      return reply(target.replaceAll(".*\\.", ""), target, JSON.readTree(body));
    }
    return providers
        .reply(exchange.getRequestURI().getPath(), body)
        .orElseGet(() -> bucket.reply(exchange.getRequestMethod(), exchange.getRequestURI(), body));
  }

  private static byte[] body(HttpExchange exchange) throws IOException {
    byte[] raw = exchange.getRequestBody().readAllBytes();
    return exchange.getRequestHeaders().containsKey("X-amz-decoded-content-length")
        ? AwsChunks.decode(raw)
        : raw;
  }

  private StandInReply reply(String operation, String target, JsonNode request) {
    return switch (target.substring(0, target.indexOf('.'))) {
      case "DynamoDB_20120810" -> tables.reply(operation, request);
      case "AmazonAthena" -> athena.reply(operation, request);
      case "AmazonSSM" ->
          StandInReply.json(
              new AwsCall("ssm:" + operation, request.path("Name").asText()), secrets());
      case "AmazonSQS" -> queue(operation, request);
      case "PinpointSMSVoiceV2" -> providers.texted(request);
      default -> throw new IllegalArgumentException("nobody stands in for " + target);
    };
  }

  /** Actions on queues are named without the batch. */
  private static StandInReply queue(String operation, JsonNode request) {
    String name = request.path("QueueName").asText(request.path("QueueUrl").asText());
    ObjectNode answer = JSON.createObjectNode();
    if (operation.equals("GetQueueUrl")) {
      answer.put("QueueUrl", "http://127.0.0.1/1/" + name);
    }
    return StandInReply.json(
        new AwsCall("sqs:" + operation.replace("Batch", ""), name.replaceAll(".*/", "")), answer);
  }

  private static ObjectNode secrets() {
    ObjectNode keys = JSON.createObjectNode();
    keys.put("linkKeys", "k1=" + "A".repeat(43) + "=").put("cursorKey", "c".repeat(32));
    ObjectNode answer = JSON.createObjectNode();
    answer
        .putObject("Parameter")
        .put("Name", "secrets")
        .put("Type", "SecureString")
        .put("Value", keys.toString());
    return answer;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
