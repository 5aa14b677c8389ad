package com.ceap.local.bench.reactive;

import com.ceap.lambdas.reactive.ReactiveReport;

/** Whether a stage has decided what it was given; else its speed would mean nothing. */
final class Accounts {
  private Accounts() {}

  /**
   * Requires that some events became candidates.
   *
   * @throws IllegalStateException where none did
   */
  static void requireCandidates(long candidates) {
    if (candidates == 0) {
      throw new IllegalStateException("some of the events were to become candidates, none did");
    }
  }

  /**
   * Requires that every event became a candidate or was rejected.
   *
   * @throws IllegalStateException where one ended otherwise
   */
  static void requireDecided(ReactiveReport report) {
    boolean otherwise =
        report.duplicates() + report.disabled() + report.waiting() > 0
            || !report.retried().isEmpty()
            || !report.dead().isEmpty();
    if (otherwise || report.stored() == 0) {
      throw new IllegalStateException(
          "every event was to be stored or rejected, and some stored, but they ended as " + report);
    }
  }
}
