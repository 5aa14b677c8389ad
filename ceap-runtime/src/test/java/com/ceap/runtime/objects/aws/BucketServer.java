package com.ceap.runtime.objects.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;

/** Enough of S3 for one bucket, on the wire: objects whole or not at all, lists page by page. */
final class BucketServer implements AutoCloseable {
  private static final int PAGE = 2;

  private final HttpServer server;
  private final Map<String, byte[]> objects = new ConcurrentSkipListMap<>();
  private final List<String> requests = new ArrayList<>();
  private volatile int answerWith;

  BucketServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Answers everything with an error from now on. */
  void answerWith(int status) {
    answerWith = status;
  }

  /** How many requests of a method were answered. */
  long requests(String method) {
    return requests.stream().filter(method::equals).count();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      requests.add(exchange.getRequestMethod());
      byte[] body = body(exchange);
      String[] path = exchange.getRequestURI().getPath().split("/", 3);
      String key = path.length < 3 ? "" : path[2];
      if (answerWith != 0) {
        send(exchange, answerWith, error(answerWith == 503 ? "SlowDown" : "InternalError"));
        return;
      }
      switch (exchange.getRequestMethod()) {
        case "PUT" -> {
          objects.put(key, body);
          send(exchange, 200, new byte[0]);
        }
        case "DELETE" -> {
          objects.remove(key);
          send(exchange, 204, new byte[0]);
        }
        default -> get(exchange, key);
      }
    }
  }

  private void get(HttpExchange exchange, String key) throws IOException {
    if (key.isEmpty()) {
      send(exchange, 200, list(exchange.getRequestURI()));
    } else if (objects.containsKey(key)) {
      send(exchange, 200, objects.get(key));
    } else {
      send(exchange, 404, error("NoSuchKey"));
    }
  }

  private byte[] list(URI uri) {
    Map<String, String> query =
        Arrays.stream(uri.getRawQuery().split("&"))
            .map(part -> part.split("=", 2))
            .collect(
                Collectors.toMap(
                    part -> part[0],
                    part ->
                        part.length < 2 ? "" : URLDecoder.decode(part[1], StandardCharsets.UTF_8)));
    Iterator<String> keys =
        objects.keySet().stream()
            .filter(key -> key.startsWith(query.getOrDefault("prefix", "")))
            .filter(key -> key.compareTo(query.getOrDefault("continuation-token", "")) > 0)
            .iterator();
    StringBuilder xml = new StringBuilder("<ListBucketResult>");
    String last = "";
    for (int i = 0; i < PAGE && keys.hasNext(); i++) {
      last = keys.next();
      xml.append(
          "<Contents><Key>%s</Key><ETag>\"%x\"</ETag></Contents>"
              .formatted(last, Arrays.hashCode(objects.get(last))));
    }
    boolean more = keys.hasNext();
    xml.append("<IsTruncated>").append(more).append("</IsTruncated>");
    if (more) {
      xml.append("<NextContinuationToken>").append(last).append("</NextContinuationToken>");
    }
    return xml.append("</ListBucketResult>").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] error(String code) {
    return "<Error><Code>%s</Code><Message>-</Message></Error>"
        .formatted(code)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Uploads come in signed chunks ("Signature calculations … aws-chunked" in the S3 reference). */
  private static byte[] body(HttpExchange exchange) throws IOException {
    byte[] raw = exchange.getRequestBody().readAllBytes();
    if (exchange.getRequestHeaders().getFirst("x-amz-decoded-content-length") == null) {
      return raw;
    }
    ByteArrayInputStream in = new ByteArrayInputStream(raw);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int size = chunk(in);
    while (size > 0) {
      out.write(in.readNBytes(size));
      var _ = line(in);
      size = chunk(in);
    }
    return out.toByteArray();
  }

  private static int chunk(ByteArrayInputStream in) {
    return Integer.parseInt(line(in).replaceAll(";.*", ""), 16);
  }

  private static String line(ByteArrayInputStream in) {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      line.append((char) c);
    }
    return line.toString().strip();
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
