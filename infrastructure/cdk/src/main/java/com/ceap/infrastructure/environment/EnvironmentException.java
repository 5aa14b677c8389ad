package com.ceap.infrastructure.environment;

import java.util.List;

/** An environment file that cannot be used; the message lists every problem, a line each. */
public final class EnvironmentException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  EnvironmentException(List<String> problems) {
    super(String.join("\n", problems));
  }
}
