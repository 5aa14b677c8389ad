package com.ceap.lambdas.batch;

import com.ceap.lambdas.stage.RunKeys;
import com.ceap.model.program.Program;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A run as it began; it stays the same however often its chunks are worked on.
 *
 * @param programVersion the version that the run keeps to its end
 * @param startedAt the moment of all of its decisions, in milliseconds, which are the store's grain
 * @param dryRun decide everything, write no candidate
 */
public record RunTicket(
    String programId,
    String programVersion,
    String executionId,
    LocalDate businessDate,
    Instant startedAt,
    boolean dryRun) {
  public RunTicket {
    if (programId == null || programId.isBlank() || executionId == null || executionId.isBlank()) {
      throw new IllegalArgumentException(
          "a run needs a program and an execution, was '%s' and '%s'"
              .formatted(programId, executionId));
    }
    startedAt = startedAt.truncatedTo(ChronoUnit.MILLIS);
  }

  public static RunTicket of(Program program, RunRequest request, Instant now) {
    return new RunTicket(
        program.programId(),
        program.version(),
        request.executionId(),
        request.businessDate(),
        now,
        request.dryRun());
  }

  public RunKeys keys() {
    return new RunKeys(programId, executionId);
  }
}
