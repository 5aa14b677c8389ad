package com.ceap.lambdas.batch.aws;

import com.ceap.model.error.CeapException;

/** A bug of ours. */
public final class DefectException extends StepException {
  private static final long serialVersionUID = 1L;

  DefectException(CeapException cause) {
    super(cause);
  }
}
