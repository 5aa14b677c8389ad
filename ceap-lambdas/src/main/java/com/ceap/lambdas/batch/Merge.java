package com.ceap.lambdas.batch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/** Adds up two lists of named things; the order of first occurrence stays. */
final class Merge {
  private Merge() {}

  static <T> List<T> byName(
      List<T> left, List<T> right, Function<T, String> name, BinaryOperator<T> plus) {
    Map<String, T> sum = new LinkedHashMap<>();
    left.forEach(one -> sum.put(name.apply(one), one));
    right.forEach(one -> sum.merge(name.apply(one), one, plus));
    return new ArrayList<>(sum.values());
  }
}
