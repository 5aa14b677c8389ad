package com.ceap.infrastructure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Takes typed settings out of a file's keys and keeps a list of all that is wrong. */
final class EnvironmentSettings {
  private final Map<String, Object> keys;
  private final Set<String> known = new TreeSet<>();
  private final List<String> problems = new ArrayList<>();

  EnvironmentSettings(Map<String, Object> keys) {
    this.keys = keys;
  }

  Optional<String> text(String key, String pattern, String right) {
    Object value = value(key);
    if (value == null) {
      return Optional.empty();
    }
    if (!(value instanceof String text && text.matches(pattern))) {
      problems.add("%s: must be %s, was %s".formatted(key, right, value));
      return Optional.empty();
    }
    return Optional.of(text);
  }

  boolean flag(String key) {
    Object value = value(key);
    if (!(value instanceof Boolean flag)) {
      problems.add("%s: must be true or false, was %s".formatted(key, shown(value)));
      return false;
    }
    return flag;
  }

  int count(String key, int min, int max) {
    Object value = value(key);
    if (!(value instanceof Integer count && count >= min && count <= max)) {
      problems.add("%s: must be %d to %d, was %s".formatted(key, min, max, shown(value)));
      return min;
    }
    return count;
  }

  /** Everything wrong so far, and every key that nobody asked for. */
  List<String> problems() {
    List<String> all = new ArrayList<>(problems);
    keys.keySet().stream()
        .filter(key -> !known.contains(key))
        .map(key -> "%s: unknown key; known are %s".formatted(key, known))
        .forEach(all::add);
    return all;
  }

  private Object value(String key) {
    known.add(key);
    return keys.get(key);
  }

  private static Object shown(Object value) {
    return value == null ? "absent" : value;
  }
}
