package com.ceap.model.program;

import java.util.List;

/** What came of loading a program's file. */
public sealed interface LoadResult {
  record Loaded(Program program) implements LoadResult {}

  /** Every problem of the file, by line; at least one. */
  record Invalid(List<Problem> problems) implements LoadResult {
    public Invalid {
      problems = List.copyOf(problems);
      if (problems.isEmpty()) {
        throw new IllegalArgumentException("an invalid program has at least one problem");
      }
    }
  }
}
