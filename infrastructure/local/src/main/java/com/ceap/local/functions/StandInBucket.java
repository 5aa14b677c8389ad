package com.ceap.local.functions;

import com.ceap.local.functions.StandInAws.Reply;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Answers reads of a bucket named in the path, as S3 does. */
final class StandInBucket {
  private static final String XML = "application/xml";

  private final SortedMap<String, String> objects;

  StandInBucket(Map<String, String> objects) {
    this.objects = new TreeMap<>(objects);
  }

  Reply reply(String method, URI uri) {
    if (!method.equals("GET")) {
      return new Reply("S3." + method, 200, XML, "");
    }
    String[] path = uri.getPath().split("/", 3);
    return path.length < 3 || path[2].isEmpty() ? list(uri) : get(path[2]);
  }

  private Reply get(String key) {
    return objects.containsKey(key)
        ? new Reply("S3.GetObject", 200, "application/octet-stream", objects.get(key))
        : new Reply(
            "S3.GetObject", 404, XML, "<Error><Code>NoSuchKey</Code><Message>-</Message></Error>");
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
                            object.getValue().hashCode(),
                            object.getValue().length()))
            .collect(Collectors.joining());
    return new Reply(
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
