package com.ceap.lambdas.batch.aws;

import com.ceap.lambdas.stage.RunKeys;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * What an execution is started with. Of all keys only {@code programId} is needed.
 *
 * @param businessDate the day before {@code scheduledTime}, or before the start, where it is absent
 * @param scheduledTime when the schedule was due
 * @param dryRun decide everything, store nothing
 * @param rerun the execution whose failed chunks are worked on again
 */
record BatchInput(
    String programId, LocalDate businessDate, Instant scheduledTime, boolean dryRun, String rerun) {
  BatchInput {
    if (programId == null || programId.isBlank()) {
      throw new CeapException(
          ErrorCode.ARGUMENT_INVALID,
          "programId is missing; start the batch with {\"programId\": \"…\"}");
    }
    if (rerun != null && (businessDate != null || dryRun)) {
      throw new CeapException(
          ErrorCode.ARGUMENT_INVALID,
          "rerun is '%s', and businessDate or dryRun is given too; a rerun keeps those of its run"
              .formatted(rerun));
    }
  }

  /** The keys of the run that an execution works on: its own, or one that it takes up again. */
  RunKeys keys(String execution) {
    return new RunKeys(programId, rerun == null ? execution : rerun);
  }

  /** The day that a run is about: what is given, by default the day before, UTC. */
  LocalDate date(Instant started) {
    return Optional.ofNullable(businessDate)
        .orElseGet(
            () ->
                Optional.ofNullable(scheduledTime)
                    .orElse(started)
                    .atZone(ZoneOffset.UTC)
                    .toLocalDate()
                    .minusDays(1));
  }
}
