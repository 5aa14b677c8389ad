package com.ceap.serving.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A method on a path.
 *
 * @param template such as {@code /v1/customers/{customerId}/candidates}: a name in braces stands
 *     for one segment
 * @param path the parameters in the template
 * @param query the parameters that a query may hold
 */
public record Route(
    String method,
    String template,
    Access access,
    List<Parameter<?>> path,
    List<Parameter<?>> query,
    Endpoint endpoint) {
  public Route {
    path = List.copyOf(path);
    query = List.copyOf(query);
    List<String> named = new ArrayList<>();
    for (String segment : template.split("/", -1)) {
      if (isParameter(segment)) {
        named.add(name(segment));
      }
    }
    if (!named.equals(path.stream().map(Parameter::name).toList())) {
      throw new IllegalArgumentException(template + " names " + named + ", declared are " + path);
    }
  }

  /**
   * The raw segments of a path that stand for parameters, where the path fits the template.
   *
   * @param segments those of the path, percent-encoded
   */
  Optional<Map<String, String>> match(String[] segments) {
    String[] wanted = template.split("/", -1);
    if (wanted.length != segments.length) {
      return Optional.empty();
    }
    Map<String, String> raw = new LinkedHashMap<>();
    for (int i = 0; i < wanted.length; i++) {
      if (isParameter(wanted[i]) && !segments[i].isEmpty()) {
        raw.put(name(wanted[i]), segments[i]);
      } else if (!PercentDecoding.segment(segments[i]).equals(Optional.of(wanted[i]))) {
        return Optional.empty();
      }
    }
    return Optional.of(raw);
  }

  private static boolean isParameter(String segment) {
    return segment.startsWith("{");
  }

  private static String name(String segment) {
    return segment.substring(1, segment.length() - 1);
  }
}
