package com.ceap.lambdas.campaign.aws;

import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * A run that has ended, as the state machine of the batch names it.
 *
 * @param executionId the run's id
 */
record CompletedRun(
    String programId, String programVersion, String executionId, LocalDate businessDate) {
  /** Reads {@code {"run": {"programId", "programVersion", "executionId", "businessDate"}}}. */
  static CompletedRun of(JsonNode input) {
    JsonNode run = input.path("run");
    try {
      return new CompletedRun(
          text(run, "programId"),
          text(run, "programVersion"),
          text(run, "executionId"),
          LocalDate.parse(text(run, "businessDate")));
    } catch (DateTimeException e) {
      throw invalid("businessDate", e);
    }
  }

  private static String text(JsonNode run, String key) {
    String text = run.path(key).asText();
    if (text.isBlank()) {
      throw invalid(key, null);
    }
    return text;
  }

  private static CeapException invalid(String key, Exception cause) {
    return new CeapException(
        ErrorCode.EVENT_INVALID,
        "campaigns are frozen of a run: {\"run\": {\"programId\", \"programVersion\","
            + " \"executionId\", \"businessDate\"}}, but '"
            + key
            + "' is missing or unreadable",
        cause);
  }
}
