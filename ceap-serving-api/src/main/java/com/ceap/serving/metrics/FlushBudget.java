package com.ceap.serving.metrics;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * How often measurements may be written: at once while it is quiet, once a second when it is busy.
 * A write costs a line of the log for each combination of dimensions, more than the request itself
 * costs; what is not written is lost with an instance that gets no further request. Thread-safe.
 */
final class FlushBudget {
  /** Requests of a burst that are written at once, and regained one a second. */
  static final int BURST = 10;

  private static final Duration REGAINED = Duration.ofSeconds(1);

  private final InstantSource clock;
  private Instant fullAt = Instant.EPOCH;

  FlushBudget(InstantSource clock) {
    this.clock = clock;
  }

  /** Whether one may be written now, which is counted as done. */
  synchronized boolean take() {
    Instant now = clock.instant();
    Instant from = fullAt.isBefore(now) ? now : fullAt;
    if (Duration.between(now, from).compareTo(REGAINED.multipliedBy(BURST - 1L)) > 0) {
      return false;
    }
    fullAt = from.plus(REGAINED);
    return true;
  }
}
