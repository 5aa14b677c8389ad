package com.ceap.serving.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A path in which a name in braces stands for one segment. */
record PathTemplate(List<String> segments) {
  static PathTemplate of(String text) {
    return new PathTemplate(List.of(text.split("/", -1)));
  }

  /** The names in braces, in their order. */
  List<String> names() {
    return segments.stream().filter(PathTemplate::isName).map(PathTemplate::name).toList();
  }

  /**
   * The raw segments that the names stand for, where a path fits.
   *
   * @param raw the path's segments, percent-encoded
   */
  Optional<Map<String, String>> match(String[] raw) {
    if (raw.length != segments.size()) {
      return Optional.empty();
    }
    Map<String, String> named = LinkedHashMap.newLinkedHashMap(2);
    for (int i = 0; i < raw.length; i++) {
      String segment = segments.get(i);
      if (isName(segment) && !raw[i].isEmpty()) {
        named.put(name(segment), raw[i]);
      } else if (!stands(raw[i], segment)) {
        return Optional.empty();
      }
    }
    return Optional.of(named);
  }

  /** Hardly ever is what needs no encoding encoded all the same. */
  private static boolean stands(String raw, String segment) {
    return raw.equals(segment)
        || (raw.indexOf('%') >= 0 && PercentDecoding.segment(raw).equals(Optional.of(segment)));
  }

  /** The segments of a path. */
  static String[] split(String path) {
    return path.split("/", -1);
  }

  private static boolean isName(String segment) {
    return segment.startsWith("{");
  }

  private static String name(String segment) {
    return segment.substring(1, segment.length() - 1);
  }
}
