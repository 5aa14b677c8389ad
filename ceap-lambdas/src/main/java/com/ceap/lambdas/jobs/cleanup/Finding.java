package com.ceap.lambdas.jobs.cleanup;

import java.util.Collections;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a look at one place found.
 *
 * @param all about how many things lie there
 * @param looked how many of them were looked at
 * @param overdue how many of these should be gone, by kind
 */
record Finding(String place, long all, long looked, SortedMap<String, Long> overdue) {
  Finding {
    overdue = Collections.unmodifiableSortedMap(new TreeMap<>(overdue));
  }

  long count() {
    return overdue.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Such as {@code candidates: 3 of 10,000 looked at (messages 2, orders 1)}. */
  String text() {
    String kinds =
        overdue.entrySet().stream()
            .map(kind -> String.format(Locale.ROOT, "%s %,d", kind.getKey(), kind.getValue()))
            .collect(Collectors.joining(", "));
    return String.format(
        Locale.ROOT, "%s: %,d of %,d looked at (%s)", place, count(), looked, kinds);
  }
}
