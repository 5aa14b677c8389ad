package com.ceap.serving.metrics;

import com.ceap.runtime.metrics.Measurements;
import com.ceap.runtime.metrics.Metric;
import com.ceap.runtime.metrics.Sums;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/**
 * Measures what serving does: written at the end of the request, at once while it is quiet and at
 * most once a second when it is busy, so that a busy function writes few lines. What waits is
 * written with the next request; an instance that gets none loses what came within the last second
 * of a busy time, but no failure. Thread-safe.
 */
public final class MeasuredServing implements ServingMetrics {
  private final Sums sums;
  private final FlushBudget budget;

  public MeasuredServing(Measurements measurements, InstantSource clock) {
    this.sums = new Sums(measurements);
    this.budget = new FlushBudget(clock);
  }

  @Override
  public void answered(String routed, int status, Duration elapsed) {
    String route = dimension(routed);
    sums.put(
        List.of(
            Metric.API_REQUESTS.of(1, route, status / 100 + "xx"),
            Metric.API_TIME.of(elapsed.toNanos() / 1e6, route)));
    if (budget.take() || status >= 500) {
      sums.flush();
    }
  }

  /** A dimension's value has no blanks. */
  private static String dimension(String route) {
    return route.replace(' ', ':');
  }

  @Override
  public void shown(int candidates) {
    sums.put(Metric.API_SHOWN.of(candidates));
  }

  @Override
  public void looked(String cache, int hits, int misses) {
    sums.put(List.of(Metric.CACHE_HITS.of(hits, cache), Metric.CACHE_MISSES.of(misses, cache)));
  }

  @Override
  public void degraded(Degradation reason, Exception cause) {
    sums.put(Metric.API_DEGRADED.of(1, reason.name()));
  }

  @Override
  public void expired(int candidates) {
    sums.put(Metric.API_EXPIRED.of(candidates));
  }

  @Override
  public void failed(String route, Exception cause) {
    sums.put(Metric.API_FAILED.of(1, dimension(route)));
  }
}
