package com.ceap.lambdas.batch.aws;

import com.ceap.lambdas.stage.RunKeys;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/**
 * An execution of the state machine, as its context object tells of it (Step Functions developer
 * guide, "Context object").
 *
 * @param redriveCount how often it was redriven
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Execution(
    @JsonProperty("Name") String name,
    @JsonProperty("StartTime") Instant startTime,
    @JsonProperty("RedriveCount") int redriveCount,
    @JsonProperty("Input") BatchInput input) {
  Execution {
    if (name == null || startTime == null || input == null) {
      throw new CeapException(
          ErrorCode.ARGUMENT_INVALID,
          "an execution needs Name, StartTime and Input; pass $$.Execution");
    }
  }

  /** The keys of the run that it works on: its own, or one that it takes up again. */
  RunKeys keys() {
    return input.keys(name);
  }
}
