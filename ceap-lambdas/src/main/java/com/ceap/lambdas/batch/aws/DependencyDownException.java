package com.ceap.lambdas.batch.aws;

import com.ceap.model.error.CeapException;

/** Something that the step depends on is down. */
public final class DependencyDownException extends StepException {
  private static final long serialVersionUID = 1L;

  DependencyDownException(CeapException cause) {
    super(cause);
  }
}
