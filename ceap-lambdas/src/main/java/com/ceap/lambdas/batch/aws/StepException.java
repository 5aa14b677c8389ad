package com.ceap.lambdas.batch.aws;

import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import java.io.UncheckedIOException;

/**
 * An error of a step under the name of its category, by which the state machine decides whether to
 * try again: Lambda reports an exception's class as the error's name.
 */
public abstract sealed class StepException extends RuntimeException
    permits TransientException,
        DependencyDownException,
        InvalidInputException,
        ConfigurationException,
        DefectException {
  private static final long serialVersionUID = 1L;

  private final ErrorCode code;

  StepException(CeapException cause) {
    super(cause.code() + ": " + cause.getMessage(), cause);
    this.code = cause.code();
  }

  public ErrorCode code() {
    return code;
  }

  /** The error by its category; what is not one of ours is a defect, unless I/O went wrong. */
  static StepException of(RuntimeException e) {
    return switch (e) {
      case StepException known -> known;
      case CeapException known -> of(known);
      case UncheckedIOException io ->
          of(new CeapException(ErrorCode.STORE_UNAVAILABLE, io.getMessage(), io));
      default -> of(new CeapException(ErrorCode.DEFECT, e + " at " + place(e), e));
    };
  }

  /** A JVM leaves traces out that it has thrown often. */
  private static String place(RuntimeException e) {
    return e.getStackTrace().length == 0 ? "an unknown place" : e.getStackTrace()[0].toString();
  }

  private static StepException of(CeapException e) {
    return switch (e.category()) {
      case TRANSIENT -> new TransientException(e);
      case DEPENDENCY_DOWN -> new DependencyDownException(e);
      case INVALID_INPUT -> new InvalidInputException(e);
      case CONFIGURATION -> new ConfigurationException(e);
      case DEFECT -> new DefectException(e);
    };
  }
}
