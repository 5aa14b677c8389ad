package com.ceap.local.story;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of the events of abandoned carts.
 *
 * @param published with those that came twice
 * @param refused by the bus
 * @param unmatched taken, but no program asks for them: their value is too small
 * @param rejected by filter and reason
 * @param dead dead letters by their error
 */
public record EventFigures(
    long published,
    long refused,
    long unmatched,
    long candidates,
    SortedMap<String, Long> rejected,
    long duplicates,
    SortedMap<String, Long> dead) {
  public EventFigures {
    rejected = new TreeMap<>(rejected);
    dead = new TreeMap<>(dead);
  }

  /** How many of the published ones it says something about. */
  public long accounted() {
    return refused + unmatched + candidates + sum(rejected) + duplicates + sum(dead);
  }

  static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
