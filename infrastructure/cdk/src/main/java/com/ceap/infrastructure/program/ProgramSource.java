package com.ceap.infrastructure.program;

import com.ceap.infrastructure.environment.Environment;
import com.ceap.model.program.Program;

/**
 * A program and the file that it came from.
 *
 * @param file the file's name
 * @param content as it is published
 */
public record ProgramSource(Program program, String file, String content) {
  /** Whose alarms the program's are. */
  public String owner() {
    return program.owner().orElse(Environment.PLATFORM);
  }
}
