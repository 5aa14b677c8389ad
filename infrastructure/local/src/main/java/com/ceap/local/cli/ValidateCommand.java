package com.ceap.local.cli;

import com.ceap.lambdas.batch.Registries;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.model.program.LoadResult;
import com.ceap.model.program.ProgramDirectory;
import com.ceap.model.program.ProgramFile;
import com.ceap.model.program.ProgramLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Holds programs against everything that is known of them before they run. */
@Command(
    name = "validate",
    description = {
      "Checks programs and the templates of their messages, and lists every problem with its file,"
          + " line, key and value, and what would be right. A note says what is valid and will turn"
          + " candidates away all the same. Templates are those in templates/ beside"
          + " a program, else the project's."
    })
final class ValidateCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..*",
      description = "Programs, or folders of them. Default: all of programs/.")
  private List<Path> files = List.of();

  @Mixin private CommandOutput output;

  ValidateCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    ProgramLoader loader = new ProgramLoader(Registries.load().extensions());
    TemplateValidation templates = new TemplateValidation(context.programs());
    List<ProgramFile> loaded =
        new ProgramDirectory(loader).load(wanted()).stream().map(templates::check).toList();
    boolean valid = loaded.stream().allMatch(file -> file.result() instanceof LoadResult.Loaded);
    if (output.json()) {
      output.print(ValidationJson.of(loaded, valid));
    } else {
      ValidationText.print(loaded, output.out());
    }
    return valid ? 0 : 1;
  }

  private List<Path> wanted() {
    List<Path> given = files.isEmpty() ? List.of(context.programs()) : files;
    List<Path> found = given.stream().flatMap(ValidateCommand::expanded).toList();
    if (found.isEmpty()) {
      throw new CeapException(
          ErrorCode.PROGRAM_INVALID, "there is no .yaml or .yml file in " + given);
    }
    return found;
  }

  private static Stream<Path> expanded(Path given) {
    Path shown = fromHere(given);
    return Files.isDirectory(given)
        ? ProgramDirectory.files(given).stream().map(ValidateCommand::fromHere)
        : Stream.of(shown);
  }

  /** As short as the folder that the command runs in allows, since problems repeat it. */
  private static Path fromHere(Path file) {
    Path here = Path.of("").toAbsolutePath();
    return file.isAbsolute() && file.startsWith(here) ? here.relativize(file) : file;
  }
}
