package com.ceap.connectors.aws;

import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import java.util.Locale;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.athena.model.AthenaError;
import software.amazon.awssdk.services.athena.model.InvalidRequestException;
import software.amazon.awssdk.services.athena.model.QueryExecutionState;
import software.amazon.awssdk.services.athena.model.QueryExecutionStatus;

/** What the errors of Athena and S3 mean to us. */
final class AthenaErrors {
  /** AthenaError.ErrorCategory: 1 system, 2 user, 3 other (Athena API reference). */
  private static final int USER = 2;

  private AthenaErrors() {}

  static CeapException of(SdkException e, String what) {
    ErrorCode code =
        switch (e) {
          case InvalidRequestException wrong -> ErrorCode.QUERY_INVALID;
          default -> ErrorCode.WAREHOUSE_UNAVAILABLE;
        };
    return new CeapException(code, what + " failed: " + detail(e), e);
  }

  private static String detail(SdkException e) {
    return e instanceof AwsServiceException service && service.awsErrorDetails() != null
        ? service.awsErrorDetails().errorCode() + ", " + service.awsErrorDetails().errorMessage()
        : e.getMessage();
  }

  /**
   * Why a query did not succeed.
   *
   * @param textDates whether dates were given as text, so that typed ones may still do
   */
  static CeapException ofStatus(String id, QueryExecutionStatus status, boolean textDates) {
    String reason = Optional.ofNullable(status.stateChangeReason()).orElse("no reason given");
    String message = "Athena query %s %s: %s".formatted(id, state(status), withoutValues(reason));
    if (textDates && reason.startsWith("TYPE_MISMATCH") && reason.contains("date")) {
      return new DateComparedException(message);
    }
    boolean userError =
        status.state() == QueryExecutionState.FAILED && isUser(status) && !isLimit(reason);
    return new CeapException(
        userError ? ErrorCode.QUERY_INVALID : ErrorCode.WAREHOUSE_UNAVAILABLE, message);
  }

  private static boolean isUser(QueryExecutionStatus status) {
    AthenaError error = status.athenaError();
    return error != null
        && !Boolean.TRUE.equals(error.retryable())
        && Integer.valueOf(USER).equals(error.errorCategory());
  }

  /** Limits of the service count as the user's errors, yet the same query may pass later. */
  private static boolean isLimit(String reason) {
    String text = reason.toLowerCase(Locale.ROOT);
    return text.contains("exhausted resources")
        || text.contains("slow down")
        || text.contains("slowdown")
        || text.contains("throttl")
        || text.contains("timeout");
  }

  private static String state(QueryExecutionStatus status) {
    return status.stateAsString().toLowerCase(Locale.ROOT);
  }

  /** A failed cast quotes the row's value, which may be a customer's. */
  private static String withoutValues(String reason) {
    return reason.startsWith("INVALID_CAST_ARGUMENT")
            || reason.startsWith("INVALID_FUNCTION_ARGUMENT")
        ? reason.replaceAll("'[^']*'|\"[^\"]*\"", "'…'")
        : reason;
  }
}
