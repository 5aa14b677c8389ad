package com.ceap.infrastructure.program;

import java.util.List;

/** Something that cannot be deployed; the message says all that is wrong, a line each. */
public final class DeploymentException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public DeploymentException(List<String> problems) {
    super(String.join("\n", problems));
  }
}
