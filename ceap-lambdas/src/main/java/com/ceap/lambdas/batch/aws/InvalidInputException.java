package com.ceap.lambdas.batch.aws;

import com.ceap.model.error.CeapException;

/** What the step was given is wrong and stays wrong. */
public final class InvalidInputException extends StepException {
  private static final long serialVersionUID = 1L;

  InvalidInputException(CeapException cause) {
    super(cause);
  }
}
