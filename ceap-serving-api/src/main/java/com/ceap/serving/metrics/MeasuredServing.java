package com.ceap.serving.metrics;

import com.ceap.runtime.metrics.Measurements;
import com.ceap.runtime.metrics.Metric;
import com.ceap.runtime.metrics.Sums;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Measures what serving does: written at the end of a request, at most once a second, so that a
 * busy function writes few lines. What comes within that second is written with the next request,
 * and lost with an instance that gets none. Thread-safe.
 */
public final class MeasuredServing implements ServingMetrics {
  private static final Duration BETWEEN = Duration.ofSeconds(1);

  private final Sums sums;
  private final InstantSource clock;
  private final AtomicReference<Instant> written = new AtomicReference<>(Instant.EPOCH);

  public MeasuredServing(Measurements measurements, InstantSource clock) {
    this.sums = new Sums(measurements);
    this.clock = clock;
  }

  @Override
  public void answered(String routed, int status, Duration elapsed) {
    String route = dimension(routed);
    sums.put(
        List.of(
            Metric.API_REQUESTS.of(1, route, status / 100 + "xx"),
            Metric.API_TIME.of(elapsed.toNanos() / 1e6, route)));
    Instant now = clock.instant();
    Instant last = written.get();
    if (!now.isBefore(last.plus(BETWEEN)) && written.compareAndSet(last, now)) {
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
