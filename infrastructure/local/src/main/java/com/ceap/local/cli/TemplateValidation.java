package com.ceap.local.cli;

import com.ceap.channels.template.TemplateLibrary;
import com.ceap.model.program.LoadResult;
import com.ceap.model.program.Problem;
import com.ceap.model.program.Program;
import com.ceap.model.program.ProgramFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Holds the templates that programs name against what messages know: those in {@code templates}
 * beside a program's file, else the project's.
 */
final class TemplateValidation {
  private static final String TEMPLATES = "templates";

  private final Path ofProject;
  private final Map<Path, TemplateLibrary> libraries = new HashMap<>();

  /**
   * @param programs the project's folder of programs
   */
  TemplateValidation(Path programs) {
    this.ofProject = programs.resolve(TEMPLATES);
  }

  /** The same file; invalid where a template of its program is. */
  ProgramFile check(ProgramFile file) {
    return switch (file.result()) {
      case LoadResult.Invalid _ -> file;
      case LoadResult.Loaded(Program program) -> check(file, program);
    };
  }

  private ProgramFile check(ProgramFile file, Program program) {
    List<Problem> problems = library(file.file()).check(program);
    return problems.isEmpty()
        ? file
        : new ProgramFile(file.file(), new LoadResult.Invalid(problems));
  }

  private TemplateLibrary library(Path file) {
    Path beside = file.resolveSibling(TEMPLATES);
    return libraries.computeIfAbsent(
        Files.isDirectory(beside) ? beside : ofProject, TemplateLibrary::read);
  }
}
