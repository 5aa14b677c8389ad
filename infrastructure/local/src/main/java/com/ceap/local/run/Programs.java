package com.ceap.local.run;

import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.model.program.LoadResult;
import com.ceap.model.program.Problem;
import com.ceap.model.program.Program;
import com.ceap.model.program.ProgramDirectory;
import com.ceap.model.program.ProgramLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Finds a program by its id or its file. */
public final class Programs {
  private final ProgramLoader loader;
  private final Path folder;

  /**
   * Looks into a folder.
   *
   * @param folder with the programs' YAML files, also in subfolders
   */
  public Programs(ProgramLoader loader, Path folder) {
    this.loader = loader;
    this.folder = folder;
  }

  /**
   * The program of a file, or of an id in the folder.
   *
   * @throws CeapException PROGRAM_INVALID with every problem of it; ARGUMENT_INVALID where there is
   *     no such program
   */
  public Program find(String idOrFile) {
    if (idOrFile.endsWith(".yaml")
        || idOrFile.endsWith(".yml")
        || Files.exists(Path.of(idOrFile))) {
      return valid(loader.load(Path.of(idOrFile)));
    }
    List<String> known = new ArrayList<>();
    for (Path file : ProgramDirectory.files(folder)) {
      if (loader.load(file) instanceof LoadResult.Loaded(Program program)) {
        if (program.programId().equals(idOrFile)) {
          return program;
        }
        known.add(program.programId());
      } else if (file.getFileName().toString().replaceFirst("\\.ya?ml$", "").equals(idOrFile)) {
        return valid(loader.load(file));
      }
    }
    throw new CeapException(
        ErrorCode.ARGUMENT_INVALID,
        "there is no program '%s' in %s; known are %s, or name a YAML file"
            .formatted(idOrFile, folder, String.join(", ", known)));
  }

  private static Program valid(LoadResult result) {
    return switch (result) {
      case LoadResult.Loaded(Program program) -> program;
      case LoadResult.Invalid(List<Problem> problems) ->
          throw new CeapException(
              ErrorCode.PROGRAM_INVALID,
              problems.stream()
                  .map(Problem::text)
                  .collect(Collectors.joining("\n  ", "the program is not valid:\n  ", "")));
    };
  }
}
