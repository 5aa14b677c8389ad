package com.ceap.storage;

import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import java.time.LocalDate;

/** Whether a run may still store. */
public sealed interface RunStanding {

  /** It is its program's newest. */
  record Newest() implements RunStanding {}

  /** Another one is newer: of a later business date, or started later for the same. */
  record Superseded(String byRunId, LocalDate byBusinessDate) implements RunStanding {}

  /**
   * For callers to whom a superseded run is the end.
   *
   * @throws CeapException RUN_SUPERSEDED
   */
  default void requireNewest(String programId, String runId) {
    if (this instanceof Superseded(String by, LocalDate date)) {
      throw new CeapException(
          ErrorCode.RUN_SUPERSEDED,
          "run %s of program %s may not store any more: run %s of %s is newer"
              .formatted(runId, programId, by, date));
    }
  }
}
