package com.ceap.lambdas.reactive;

import com.ceap.model.error.ErrorCode;
import java.util.Map;

/**
 * What became of deliveries of events. One that waits or is tried again is delivered again, so over
 * time stored, rejected, duplicates, forgotten, disabled and dead count each event once; those that
 * a queue gives up after many tries are retried here, and among its dead letters.
 *
 * @param forgotten from before their customer was erased
 * @param waiting whose claim another worker held
 * @param rejected by filter, and there by reason code
 * @param retried by error
 * @param dead by error
 */
public record ReactiveReport(
    long stored,
    long duplicates,
    long forgotten,
    long disabled,
    long waiting,
    Map<String, Map<String, Long>> rejected,
    Map<ErrorCode, Long> retried,
    Map<ErrorCode, Long> dead) {
  public ReactiveReport {
    rejected = Map.copyOf(rejected);
    retried = Map.copyOf(retried);
    dead = Map.copyOf(dead);
  }

  /** How many deliveries it is about. */
  public long events() {
    long turnedAway = rejected.values().stream().mapToLong(ReactiveReport::sum).sum();
    return stored
        + duplicates
        + forgotten
        + disabled
        + waiting
        + turnedAway
        + sum(retried)
        + sum(dead);
  }

  private static long sum(Map<?, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
