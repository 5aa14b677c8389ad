package com.ceap.storage;

import java.util.Optional;

/**
 * A job, of a program or of the platform as a whole.
 *
 * @param programId empty for the platform's own
 */
public record JobKey(String job, Optional<String> programId) {
  public JobKey {
    if (job.isBlank()) {
      throw new IllegalArgumentException("a job needs a name");
    }
  }
}
