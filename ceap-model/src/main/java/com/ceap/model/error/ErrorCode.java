package com.ceap.model.error;

/** Every error the platform raises. Documented in {@code docs/reference/errors.md}. */
public enum ErrorCode {
  RECORD_INVALID(ErrorCategory.INVALID_INPUT),
  ARGUMENT_INVALID(ErrorCategory.INVALID_INPUT),
  IMPORT_INVALID(ErrorCategory.INVALID_INPUT),
  TOO_MANY_REJECTS(ErrorCategory.INVALID_INPUT),
  PROGRAM_INVALID(ErrorCategory.CONFIGURATION),
  PROGRAM_UNREADABLE(ErrorCategory.DEPENDENCY_DOWN),
  SETTINGS_INVALID(ErrorCategory.CONFIGURATION),
  EXTENSION_DUPLICATE(ErrorCategory.CONFIGURATION),
  WAREHOUSE_MISSING(ErrorCategory.CONFIGURATION),
  QUERY_INVALID(ErrorCategory.CONFIGURATION),
  TABLE_MISSING(ErrorCategory.CONFIGURATION),
  STORE_INCOMPATIBLE(ErrorCategory.CONFIGURATION),
  MODEL_MISSING(ErrorCategory.CONFIGURATION),
  MODEL_ANSWER_INVALID(ErrorCategory.DEPENDENCY_DOWN),
  MODEL_UNAVAILABLE(ErrorCategory.DEPENDENCY_DOWN),
  WAREHOUSE_UNAVAILABLE(ErrorCategory.DEPENDENCY_DOWN),
  STORE_UNAVAILABLE(ErrorCategory.DEPENDENCY_DOWN),
  STORE_THROTTLED(ErrorCategory.TRANSIENT),
  STORE_CONFLICT(ErrorCategory.TRANSIENT),
  FEATURE_MISSING(ErrorCategory.INVALID_INPUT),
  EVENT_INVALID(ErrorCategory.INVALID_INPUT),
  EVENT_TOO_LARGE(ErrorCategory.INVALID_INPUT),
  EVENT_LATE(ErrorCategory.INVALID_INPUT),
  EVENT_FROM_FUTURE(ErrorCategory.INVALID_INPUT),
  CLAIM_HELD(ErrorCategory.TRANSIENT),
  TEMPLATE_INVALID(ErrorCategory.CONFIGURATION),
  SENDER_MISSING(ErrorCategory.CONFIGURATION),
  CHANNEL_UNAVAILABLE(ErrorCategory.DEPENDENCY_DOWN),
  SCHEDULER_UNAVAILABLE(ErrorCategory.DEPENDENCY_DOWN),
  PLATFORM_RUNNING(ErrorCategory.CONFIGURATION),
  RUN_SUPERSEDED(ErrorCategory.INVALID_INPUT),
  RUN_FAILED(ErrorCategory.DEPENDENCY_DOWN),
  RUN_CHANGED(ErrorCategory.INVALID_INPUT),
  DEFECT(ErrorCategory.DEFECT);

  private final ErrorCategory category;

  ErrorCode(ErrorCategory category) {
    this.category = category;
  }

  public ErrorCategory category() {
    return category;
  }
}
