package com.ceap.lambdas.batch;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Adds up counts by name. */
final class Counts {
  private Counts() {}

  /** How many there are of each name. */
  static <T> Map<String, Long> by(List<T> list, Function<T, String> name) {
    Map<String, Long> counts = new TreeMap<>();
    list.forEach(one -> counts.merge(name.apply(one), 1L, Long::sum));
    return counts;
  }

  static Map<String, Long> plus(Map<String, Long> left, Map<String, Long> right) {
    Map<String, Long> sum = new TreeMap<>(left);
    right.forEach((name, count) -> sum.merge(name, count, Long::sum));
    return Collections.unmodifiableMap(sum);
  }
}
