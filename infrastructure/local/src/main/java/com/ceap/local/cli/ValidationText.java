package com.ceap.local.cli;

import com.ceap.model.program.LoadResult;
import com.ceap.model.program.Problem;
import com.ceap.model.program.Program;
import com.ceap.model.program.ProgramFile;
import com.ceap.model.program.ProgramNotes;
import java.io.PrintWriter;
import java.util.List;

/** What came of a validation, as a person reads it. */
final class ValidationText {
  private ValidationText() {}

  static void print(List<ProgramFile> files, PrintWriter out) {
    files.forEach(file -> print(file, out));
  }

  private static void print(ProgramFile file, PrintWriter out) {
    switch (file.result()) {
      case LoadResult.Loaded(Program program) -> {
        out.println(
            file.file()
                + ": valid ("
                + program.programId()
                + ", version "
                + program.version()
                + (program.enabled() ? ")" : ", not enabled)"));
        ProgramNotes.of(program).forEach(note -> out.println("  note: " + note));
      }
      case LoadResult.Invalid(List<Problem> problems) -> {
        out.println(
            file.file()
                + ": "
                + problems.size()
                + (problems.size() == 1 ? " problem" : " problems"));
        problems.forEach(problem -> out.println("  " + problem.text()));
      }
    }
  }
}
