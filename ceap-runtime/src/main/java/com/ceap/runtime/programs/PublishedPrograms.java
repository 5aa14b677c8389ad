package com.ceap.runtime.programs;

import com.ceap.model.program.Program;
import java.util.Optional;

/** The programs as they were published, every version of them. Thread-safe. */
public interface PublishedPrograms {
  /** A program as the only one that is published, in the one version that there is. */
  static PublishedPrograms only(Program program) {
    return new OneProgram(program);
  }

  /** The newest version of each program, enabled or not. */
  Newest newest();

  /**
   * The newest version of a program; empty where none is published.
   *
   * @throws com.ceap.model.error.CeapException PROGRAM_UNREADABLE
   */
  Optional<Program> newest(String programId);

  /** One version of a program, however old. */
  Optional<Program> find(String programId, String version);
}
