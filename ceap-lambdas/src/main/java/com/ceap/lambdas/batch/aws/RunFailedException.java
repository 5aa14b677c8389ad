package com.ceap.lambdas.batch.aws;

/** A run that ended FAILED: its steps worked, their outcome forbids to go on. Never tried again. */
public final class RunFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RunFailedException(String problem) {
    super(problem);
  }
}
