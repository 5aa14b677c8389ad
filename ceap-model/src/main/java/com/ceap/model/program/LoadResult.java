package com.ceap.model.program;

import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import java.util.List;
import java.util.stream.Collectors;

/** What came of loading a program's file. */
public sealed interface LoadResult {
  /**
   * The program.
   *
   * @throws CeapException PROGRAM_INVALID with the text of every problem, a line each
   */
  default Program orElseThrow() {
    return switch (this) {
      case Loaded loaded -> loaded.program();
      case Invalid invalid ->
          throw new CeapException(
              ErrorCode.PROGRAM_INVALID,
              invalid.problems().stream().map(Problem::text).collect(Collectors.joining("\n")));
    };
  }

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
