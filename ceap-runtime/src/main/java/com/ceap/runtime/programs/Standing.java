package com.ceap.runtime.programs;

import com.ceap.model.error.CeapException;
import com.ceap.model.program.Program;

/** What is known of a program that has a pointer. */
sealed interface Standing {
  /**
   * A version that can be read.
   *
   * @param tag of the pointer that named it
   */
  record Good(String tag, Program program) implements Standing {}

  /** The version cannot be read, and none before it is known here. */
  record Broken(CeapException why) implements Standing {}
}
