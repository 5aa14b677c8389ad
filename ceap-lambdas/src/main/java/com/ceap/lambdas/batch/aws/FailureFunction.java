package com.ceap.lambdas.batch.aws;

import com.ceap.lambdas.batch.BatchJson;
import com.ceap.lambdas.batch.RecordedRun;
import com.ceap.lambdas.batch.RunSummary;
import com.ceap.lambdas.batch.RunTicket;
import com.ceap.lambdas.stage.RunKeys;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Optional;

/**
 * Where every error of the state machine ends: records the run as FAILED, and fails. When the
 * execution is redriven it stands here again; then it lets it go on, from Extract, with the chunks
 * that are missing. Thread-safe.
 */
final class FailureFunction {
  private final KnownSteps steps;

  FailureFunction(KnownSteps steps) {
    this.steps = steps;
  }

  /** What a Catch hands over. */
  record Failed(Execution execution, Failure failure) {}

  /** An error as the state machine knows it. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Failure(@JsonProperty("Error") String error, @JsonProperty("Cause") String cause) {
    /** What Lambda made of the exception. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Thrown(String errorMessage) {}

    /** Whether a map over chunks gave up. */
    boolean tooManyChunks() {
      return error.equals("States.ExceedToleratedFailureThreshold");
    }

    /** The exception's message, or as much as is known. */
    String problem() {
      if (cause == null || !cause.startsWith("{")) {
        return cause == null ? error : error + ": " + cause;
      }
      try {
        Thrown thrown = BatchJson.mapper().readValue(cause, Thrown.class);
        return thrown.errorMessage() == null ? error : thrown.errorMessage();
      } catch (JsonProcessingException noException) {
        return error + ": " + cause;
      }
    }
  }

  /**
   * How often an execution had been redriven when it failed, and when it was last let go on.
   *
   * @param resumedAt -1 where it never was
   */
  record Recorded(String execution, int failedAt, int resumedAt, String problem) {
    boolean isBefore(int redriven) {
      return failedAt < redriven && resumedAt < redriven;
    }

    Recorded resumed(int redriven) {
      return new Recorded(execution, failedAt, redriven, problem);
    }
  }

  /** What is handed back to an execution that goes on. */
  record GoesOn(String problem) {}

  /**
   * Records the failure.
   *
   * @throws RunFailedException unless the execution was redriven since
   */
  GoesOn call(Failed failed) {
    Execution execution = failed.execution();
    RunKeys keys = execution.keys();
    Optional<Recorded> before =
        steps
            .records()
            .find(keys.failed(), Recorded.class)
            .filter(record -> record.execution().equals(execution.name()));
    int redriven = execution.redriveCount();
    Optional<Recorded> left = before.filter(record -> record.isBefore(redriven));
    if (left.isPresent()) {
      write(keys, left.get().resumed(redriven));
      return new GoesOn(left.get().problem());
    }
    String problem = end(keys, failed.failure());
    write(
        keys,
        new Recorded(
            execution.name(), redriven, before.map(Recorded::resumedAt).orElse(-1), problem));
    throw new RunFailedException(problem);
  }

  private void write(RunKeys keys, Recorded record) {
    steps.records().write(keys.failed(), record);
  }

  /** Ends the run and says why; one that never began has nothing to be recorded. */
  private String end(RunKeys keys, Failure failure) {
    return steps
        .records()
        .find(keys.ticket(), RunTicket.class)
        .flatMap(run -> steps.complete(run, summary(run, failure)).problem())
        .orElseGet(failure::problem);
  }

  private RunSummary summary(RunTicket run, Failure failure) {
    RecordedRun recorded = steps.recorded(run);
    return failure.tooManyChunks()
        ? recorded.tooManyFailed(run)
        : recorded.failed(run, failure.problem());
  }
}
