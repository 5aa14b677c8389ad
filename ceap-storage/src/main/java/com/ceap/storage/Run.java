package com.ceap.storage;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One run of a program.
 *
 * @param summary the run's summary as JSON, empty until it has ended
 */
public record Run(
    String programId,
    String runId,
    LocalDate businessDate,
    Instant startedAt,
    State state,
    String summary) {

  /** How far a run has come. */
  public enum State {
    RUNNING,
    SUCCEEDED,
    FAILED
  }

  public static Run starting(
      String programId, String runId, LocalDate businessDate, Instant startedAt) {
    return new Run(programId, runId, businessDate, startedAt, State.RUNNING, "");
  }

  public Run ended(State outcome, String json) {
    return new Run(programId, runId, businessDate, startedAt, outcome, json);
  }
}
