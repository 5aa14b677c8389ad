package com.ceap.model.error;

/**
 * An error with a code. The message names the input, its value and what would be right, and never
 * holds personal data.
 */
public class CeapException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ErrorCode code;

  public CeapException(ErrorCode code, String message) {
    super(message);
    this.code = code;
  }

  public CeapException(ErrorCode code, String message, Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  public ErrorCode code() {
    return code;
  }

  public ErrorCategory category() {
    return code.category();
  }
}
