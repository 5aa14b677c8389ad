package com.ceap.storage.table;

import java.util.ArrayList;
import java.util.List;

/**
 * Joins the parts of a key with {@code #}, escaping what is {@code #} or {@code %} inside a part,
 * so that no id can reach another's items. Each part ends in {@code #}: a prefix of whole parts
 * (C1) never matches a longer id (C10).
 */
public final class CompositeKey {

  private CompositeKey() {}

  /** All parts, each followed by {@code #}; also the prefix of every key that goes on. */
  public static String of(String... parts) {
    StringBuilder key = new StringBuilder(64);
    for (String part : parts) {
      append(key, part).append('#');
    }
    return key.toString();
  }

  /**
   * The parts of a key that {@link #of} made.
   *
   * @throws IllegalArgumentException where it was not made there
   */
  public static List<String> parts(String key) {
    return key.indexOf('%') < 0 ? plain(key) : escaped(key);
  }

  private static List<String> plain(String key) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int end = key.indexOf('#'); end >= 0; end = key.indexOf('#', from)) {
      parts.add(key.substring(from, end));
      from = end + 1;
    }
    requireEnd(from == key.length());
    return List.copyOf(parts);
  }

  private static void requireEnd(boolean ended) {
    if (!ended) {
      throw new IllegalArgumentException("a composed key ends in '#'");
    }
  }

  private static List<String> escaped(String key) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      if (c == '#') {
        parts.add(part.toString());
        part.setLength(0);
      } else if (c == '%') {
        part.append(unescape(key, i));
        i += 2;
      } else {
        part.append(c);
      }
    }
    requireEnd(part.isEmpty());
    return List.copyOf(parts);
  }

  private static StringBuilder append(StringBuilder key, String part) {
    if (part.indexOf('#') < 0 && part.indexOf('%') < 0) {
      return key.append(part);
    }
    return key.append(part.replace("%", "%25").replace("#", "%23"));
  }

  private static char unescape(String key, int at) {
    if (key.startsWith("%25", at)) {
      return '%';
    }
    if (key.startsWith("%23", at)) {
      return '#';
    }
    throw new IllegalArgumentException("a composed key escapes only %25 and %23");
  }
}
