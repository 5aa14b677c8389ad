package com.ceap.lambdas.batch.aws;

import com.ceap.model.error.CeapException;

/** A program or an environment is set up wrongly. */
public final class ConfigurationException extends StepException {
  private static final long serialVersionUID = 1L;

  ConfigurationException(CeapException cause) {
    super(cause);
  }
}
