package com.ceap.local.functions;

import com.ceap.local.functions.StandInAws.Reply;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;

/** A bucket named in the path, as S3's; it keeps what is put. Thread-safe. */
final class StandInBucket {
  private static final String XML = "application/xml";

  private final SortedMap<String, byte[]> objects = new ConcurrentSkipListMap<>();

  StandInBucket(Map<String, String> objects) {
    objects.forEach((key, text) -> this.objects.put(key, text.getBytes(StandardCharsets.UTF_8)));
  }

  /** What is kept, by key. */
  Map<String, byte[]> objects() {
    return Map.copyOf(objects);
  }

  Reply reply(String method, URI uri, byte[] body) {
    String[] path = uri.getPath().split("/", 3);
    boolean bucket = path.length < 3 || path[2].isEmpty();
    if (method.equals("GET")) {
      return bucket ? list(uri) : get(path[2]);
    }
    if (!bucket && method.equals("PUT")) {
      objects.put(path[2], body);
    } else if (!bucket && method.equals("DELETE")) {
      objects.remove(path[2]);
    }
    return new Reply("S3." + method, 200, XML, new byte[0]);
  }

  private Reply get(String key) {
    byte[] object = objects.get(key);
    return object == null
        ? Reply.text(
            "S3.GetObject", 404, XML, "<Error><Code>NoSuchKey</Code><Message>-</Message></Error>")
        : new Reply("S3.GetObject", 200, "application/octet-stream", object);
  }

  private Reply list(URI uri) {
    String prefix = parameter(uri, "prefix");
    String contents =
        objects.entrySet().stream()
            .filter(object -> object.getKey().startsWith(prefix))
            .map(
                object ->
                    "<Contents><Key>%s</Key><ETag>\"%08x\"</ETag><Size>%d</Size></Contents>"
                        .formatted(
                            object.getKey(),
                            Arrays.hashCode(object.getValue()),
                            object.getValue().length))
            .collect(Collectors.joining());
    return Reply.text(
        "S3.ListObjectsV2",
        200,
        XML,
        "<ListBucketResult><IsTruncated>false</IsTruncated>%s</ListBucketResult>"
            .formatted(contents));
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
