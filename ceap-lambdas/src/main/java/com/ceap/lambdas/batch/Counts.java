package com.ceap.lambdas.batch;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Adds up counts by name. */
final class Counts {
  private Counts() {}

  static Map<String, Long> plus(Map<String, Long> left, Map<String, Long> right) {
    Map<String, Long> sum = new TreeMap<>(left);
    right.forEach((name, count) -> sum.merge(name, count, Long::sum));
    return Collections.unmodifiableMap(sum);
  }
}
