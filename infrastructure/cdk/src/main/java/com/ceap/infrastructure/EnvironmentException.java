package com.ceap.infrastructure;

import java.nio.file.Path;
import java.util.List;

/** An environment file that cannot be used; the message lists every problem. */
public final class EnvironmentException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  EnvironmentException(Path file, List<String> problems) {
    super(file + ":\n  " + String.join("\n  ", problems));
  }
}
