package com.ceap.lambdas.batch.aws;

import com.ceap.lambdas.batch.BatchJson;
import com.ceap.lambdas.batch.RunTicket;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Optional;

/**
 * Ends the run of an execution that has ended without success, where the execution could not say so
 * itself: it was stopped, ran out of time, or could not record its failure. A run that has ended
 * stays as it ended, so the event may come twice or late. A redriven execution goes on all the
 * same: at its end it writes over what stands here. Thread-safe.
 */
final class SettleFunction {
  private final KnownSteps steps;

  SettleFunction(KnownSteps steps) {
    this.steps = steps;
  }

  /** "Step Functions Execution Status Change", as EventBridge brings it. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Told(Detail detail) {
    Told {
      if (detail == null || detail.name() == null || detail.input() == null) {
        throw new CeapException(
            ErrorCode.ARGUMENT_INVALID,
            "an execution that has ended needs detail.name, detail.status and detail.input");
      }
    }
  }

  /**
   * An execution.
   *
   * @param input the JSON that it was started with
   * @param error by what it failed; null where it was stopped
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Detail(String name, Status status, String input, String error, String cause) {
    /** How an execution ends without success. */
    enum Status {
      FAILED,
      ABORTED,
      TIMED_OUT
    }

    String problem() {
      return "execution %s %s; redrive it, or start one with {\"programId\": …, \"rerun\": …}"
          .formatted(
              name,
              switch (status) {
                case ABORTED -> "was stopped";
                case TIMED_OUT -> "took longer than a batch may";
                case FAILED -> "failed, and could not record why: " + failure();
              });
    }

    private String failure() {
      return new FailureFunction.Failure(Optional.ofNullable(error).orElse("no error"), cause)
          .problem();
    }
  }

  /**
   * What became of it.
   *
   * @param settled whether a run was still running, and is FAILED now
   */
  record Settled(String executionId, boolean settled) {}

  Settled call(Told told) {
    Detail detail = told.detail();
    return new Settled(
        detail.name(),
        steps
            .records()
            .find(input(detail).keys(detail.name()).ticket(), RunTicket.class)
            .map(run -> steps.settle(run, detail.problem()))
            .orElse(false));
  }

  private static BatchInput input(Detail detail) {
    try {
      return BatchJson.mapper().readValue(detail.input(), BatchInput.class);
    } catch (JsonProcessingException e) {
      throw new CeapException(
          ErrorCode.ARGUMENT_INVALID,
          "the input of execution %s is no batch's: %s".formatted(detail.name(), detail.input()),
          e);
    }
  }
}
