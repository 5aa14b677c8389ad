package com.ceap.lambdas.batch.aws;

import com.ceap.model.error.CeapException;

/** The same call may succeed in a moment. */
public final class TransientException extends StepException {
  private static final long serialVersionUID = 1L;

  TransientException(CeapException cause) {
    super(cause);
  }
}
