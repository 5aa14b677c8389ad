package com.ceap.infrastructure.program;

import com.ceap.infrastructure.environment.Environment;
import com.ceap.model.program.LoadResult;
import com.ceap.model.program.Problem;
import com.ceap.model.program.Program;
import com.ceap.model.program.ProgramDirectory;
import com.ceap.model.program.ProgramFile;
import com.ceap.model.program.ProgramLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The programs that a folder holds itself; what lies below are examples and templates. */
public final class ProgramFolder {
  private final ProgramLoader loader;
  private final Environment environment;

  public ProgramFolder(ProgramLoader loader, Environment environment) {
    this.loader = loader;
    this.environment = environment;
  }

  /**
   * The programs, by file.
   *
   * @throws DeploymentException with every problem of every file, and of deploying it here
   */
  public List<ProgramSource> read(Path folder) {
    List<String> problems = new ArrayList<>();
    List<ProgramSource> programs = new ArrayList<>();
    for (ProgramFile file : new ProgramDirectory(loader).load(inItself(folder))) {
      switch (file.result()) {
        case LoadResult.Loaded(Program program) -> programs.add(source(program, file.file()));
        case LoadResult.Invalid(List<Problem> found) ->
            found.forEach(problem -> problems.add(problem.text()));
      }
    }
    ProgramChecks checks = new ProgramChecks(environment);
    programs.forEach(program -> problems.addAll(checks.problems(program)));
    if (!problems.isEmpty()) {
      throw new DeploymentException(problems);
    }
    return programs;
  }

  private static List<Path> inItself(Path folder) {
    return ProgramDirectory.files(folder).stream()
        .filter(file -> folder.equals(file.getParent()))
        .toList();
  }

  private static ProgramSource source(Program program, Path file) {
    try {
      return new ProgramSource(program, file.getFileName().toString(), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
