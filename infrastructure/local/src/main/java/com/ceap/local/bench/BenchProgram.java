package com.ceap.local.bench;

import com.ceap.model.program.LoadResult;
import com.ceap.model.program.Problem;
import com.ceap.model.program.Program;
import com.ceap.model.program.ProgramLoader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The program that the benchmark and its oracle decide with: {@code program.yaml} beside this. */
public final class BenchProgram {
  private static final String FILE = "program.yaml";

  private BenchProgram() {}

  public static Program load(ProgramLoader loader) {
    return switch (loader.load(FILE, content())) {
      case LoadResult.Loaded(Program program) -> program;
      case LoadResult.Invalid(List<Problem> problems) ->
          throw new IllegalStateException("the benchmark's program is not valid: " + problems);
    };
  }

  private static byte[] content() {
    try (InputStream in = BenchProgram.class.getResourceAsStream(FILE)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + FILE, e);
    }
  }
}
