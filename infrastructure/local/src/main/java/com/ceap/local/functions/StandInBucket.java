package com.ceap.local.functions;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;

/** A bucket named in the path, as S3 has it. Thread-safe. */
final class StandInBucket {
  private static final String XML = "application/xml";
  private static final byte[] NOTHING = {};

  private final NavigableMap<String, byte[]> objects = new ConcurrentSkipListMap<>();

  void put(String key, byte[] body) {
    objects.put(key, body);
  }

  Map<String, byte[]> objects() {
    return Map.copyOf(objects);
  }

  Optional<byte[]> find(String key) {
    return Optional.ofNullable(objects.get(key));
  }

  List<String> keys(String prefix) {
    return objects.tailMap(prefix).keySet().stream()
        .takeWhile(key -> key.startsWith(prefix))
        .toList();
  }

  StandInReply reply(String method, URI uri, byte[] body) {
    String[] path = uri.getPath().split("/", 3);
    String key = path.length < 3 ? "" : path[2];
    return switch (method) {
      case "PUT" -> {
        objects.put(key, body);
        yield reply("s3:PutObject", key, 200, NOTHING);
      }
      case "DELETE" -> {
        objects.remove(key);
        yield reply("s3:DeleteObject", key, 204, NOTHING);
      }
      default -> key.isEmpty() ? list(parameter(uri, "prefix")) : get(key);
    };
  }

  private StandInReply get(String key) {
    byte[] body = objects.get(key);
    return body == null
        ? reply("s3:GetObject", key, 404, xml("<Error><Code>NoSuchKey</Code></Error>"))
        : new StandInReply(
            List.of(new AwsCall("s3:GetObject", key)), 200, "application/octet-stream", body);
  }

  private StandInReply list(String prefix) {
    String contents =
        objects.tailMap(prefix).entrySet().stream()
            .takeWhile(object -> object.getKey().startsWith(prefix))
            .map(StandInBucket::entry)
            .collect(Collectors.joining());
    return reply(
        "s3:ListBucket",
        prefix,
        200,
        xml(
            "<ListBucketResult><IsTruncated>false</IsTruncated>%s</ListBucketResult>"
                .formatted(contents)));
  }

  private static String entry(Map.Entry<String, byte[]> object) {
    return "<Contents><Key>%s</Key><ETag>\"%08x\"</ETag><Size>%d</Size></Contents>"
        .formatted(object.getKey(), Arrays.hashCode(object.getValue()), object.getValue().length);
  }

  private static StandInReply reply(String action, String resource, int status, byte[] body) {
    return new StandInReply(List.of(new AwsCall(action, resource)), status, XML, body);
  }

  private static byte[] xml(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String parameter(URI uri, String name) {
    return Arrays.stream(uri.getRawQuery().split("&"))
        .filter(part -> part.startsWith(name + "="))
        .map(part -> part.substring(name.length() + 1))
        .map(value -> URLDecoder.decode(value, StandardCharsets.UTF_8))
        .findFirst()
        .orElse("");
  }
}
