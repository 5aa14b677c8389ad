package com.ceap.storage;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What a run writes into everything that it stores.
 *
 * @param at the run's own time, the same for all of its chunks however often they are repeated
 * @param life how long a candidate lives from then on
 */
public record RunStamp(String runId, LocalDate businessDate, Instant at, Duration life) {
  public RunStamp {
    if (runId.isBlank() || !life.isPositive()) {
      throw new IllegalArgumentException(
          "a run needs an id and a positive candidate life, was '" + runId + "' and " + life);
    }
  }

  Instant expires() {
    return at.plus(life);
  }
}
