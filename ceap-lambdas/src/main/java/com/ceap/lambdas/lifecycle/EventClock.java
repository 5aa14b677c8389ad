package com.ceap.lambdas.lifecycle;

import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Compares the times of events with the present. Thread-safe. */
record EventClock(InstantSource clock) {
  /** What publishers' clocks may be ahead. */
  private static final Duration TOLERATED = Duration.ofMinutes(5);

  Instant now() {
    return clock.instant();
  }

  /**
   * Refuses what cannot have happened yet.
   *
   * @throws CeapException EVENT_FROM_FUTURE
   */
  void requireHappened(String event, Instant at) {
    if (at.isAfter(now().plus(TOLERATED))) {
      throw new CeapException(
          ErrorCode.EVENT_FROM_FUTURE,
          "event %s is of %s, which is more than %d minutes ahead of %s"
              .formatted(event, at, TOLERATED.toMinutes(), now()));
    }
  }
}
