package com.ceap.serving.metrics;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts in memory what serving does, since the start. Thread-safe. */
public final class ServingCounters implements ServingMetrics {
  private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

  @Override
  public void answered(String route, int status, Duration elapsed) {
    add("answered." + status, 1);
  }

  @Override
  public void shown(int candidates) {
    add("shown", candidates);
  }

  @Override
  public void looked(String cache, int hits, int misses) {
    add("hits." + cache, hits);
    add("misses." + cache, misses);
  }

  @Override
  public void degraded(Degradation reason, Exception cause) {
    add("degraded." + reason, 1);
  }

  @Override
  public void expired(int candidates) {
    add("expired", candidates);
  }

  @Override
  public void failed(String route, Exception cause) {
    add("failed", 1);
  }

  private void add(String name, long count) {
    counts.computeIfAbsent(name, _ -> new LongAdder()).add(count);
  }

  /** The count of a name such as {@code answered.200}, {@code shown} or {@code hits.products}. */
  public long count(String name) {
    LongAdder count = counts.get(name);
    return count == null ? 0 : count.sum();
  }

  /** All counts by name. */
  public Map<String, Long> counts() {
    Map<String, Long> sums = new TreeMap<>();
    counts.forEach((name, count) -> sums.put(name, count.sum()));
    return sums;
  }

  /**
   * The share of look-ups that needed no call, 0 to 1; 0 before the first.
   *
   * @param cache {@code products} or {@code verdicts}
   */
  public double hitRate(String cache) {
    double hits = count("hits." + cache);
    double all = hits + count("misses." + cache);
    return all == 0 ? 0 : hits / all;
  }
}
