package com.ceap.local.functions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Answers the calls of functions as AWS's services do in an account whose tables are empty and
 * whose bucket holds some objects and keeps what is put; what else is written is taken and
 * forgotten. It remembers which operations were called.
 */
public final class StandInAws implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SECRETS =
      "{\\\"linkKeys\\\": \\\"k1=%s\\\", \\\"cursorKey\\\": \\\"%s\\\"}"
          .formatted("A".repeat(43) + "=", "c".repeat(32));

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final StandInBucket bucket;
  private final List<String> calls = new CopyOnWriteArrayList<>();

  private StandInAws(HttpServer server, Map<String, String> objects) {
    this.server = server;
    this.bucket = new StandInBucket(objects);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
  }

  /**
   * Listens on a free port.
   *
   * @param objects of every bucket, by key
   */
  public static StandInAws open(Map<String, String> objects) {
    try {
      InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      StandInAws aws = new StandInAws(HttpServer.create(address, 0), objects);
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

  /** The operations that were called, such as {@code DynamoDB_20120810.GetItem}. */
  public List<String> calls() {
    return List.copyOf(calls);
  }

  /** What the bucket holds, by key. */
  public Map<String, byte[]> objects() {
    return bucket.objects();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
      byte[] body = exchange.getRequestBody().readAllBytes();
      Reply reply = target == null ? rest(exchange, body) : json(target, JSON.readTree(body));
      calls.add(reply.operation());
      byte[] bytes = reply.body();
      exchange.getResponseHeaders().set("Content-Type", reply.type());
      exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  /** An answer, and what it is the answer to. */
  @SuppressWarnings("ArrayRecordComponent") // handed on at once, and never compared
  record Reply(String operation, int status, String type, byte[] body) {
    static Reply text(String operation, int status, String type, String body) {
      return new Reply(operation, status, type, body.getBytes(StandardCharsets.UTF_8));
    }

    static Reply json(String operation, String body) {
      return text(operation, 200, "application/x-amz-json-1.0", body);
    }
  }

  private static Reply json(String target, JsonNode request) {
    return Reply.json(
        target,
        switch (target.substring(target.indexOf('.') + 1)) {
          case "GetItem" -> item(request);
          case "Query" -> "{\"Items\": [], \"Count\": 0, \"ScannedCount\": 0}";
          case "BatchGetItem" -> "{\"Responses\": {}, \"UnprocessedKeys\": {}}";
          case "BatchWriteItem" -> "{\"UnprocessedItems\": {}}";
          case "UpdateItem" -> "{\"Attributes\": {\"fence\": {\"N\": \"1\"}}}";
          case "GetParameter" ->
              "{\"Parameter\": {\"Name\": \"secrets\", \"Type\": \"SecureString\", \"Value\": \""
                  + SECRETS
                  + "\"}}";
          case "GetQueueUrl" ->
              "{\"QueueUrl\": \"http://127.0.0.1/1/%s\"}"
                  .formatted(request.path("QueueName").asText());
          default -> "{}";
        });
  }

  /** The one item that a store writes when it is new; everything else is absent. */
  private static String item(JsonNode request) {
    return request.path("Key").path("programId").path("S").asText().equals("#store")
        ? """
          {"Item": {"programId": {"S": "#store"}, "sk": {"S": "candidates"}, "shards": {"N": "4"}}}
          """
        : "{}";
  }

  private Reply rest(HttpExchange exchange, byte[] body) {
    String path = exchange.getRequestURI().getPath();
    if (path.startsWith("/schedules/")) {
      return Reply.json("Scheduler.CreateSchedule", "{\"ScheduleArn\": \"arn:aws:scheduler\"}");
    }
    boolean chunked =
        "aws-chunked".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
    return bucket.reply(
        exchange.getRequestMethod(),
        exchange.getRequestURI(),
        chunked ? AwsChunks.decode(body) : body);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
