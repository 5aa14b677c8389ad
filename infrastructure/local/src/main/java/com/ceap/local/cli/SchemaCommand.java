package com.ceap.local.cli;

import com.ceap.lambdas.batch.Registries;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.model.program.ProgramSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the schema by which editors complete programs. */
@Command(
    name = "schema",
    description = {
      "Prints the JSON Schema of programs, with every extension that is installed here.",
      "After adding an extension, --write renews programs/schema/program.schema.json, which the"
          + " programs name so that editors complete their keys."
    })
final class SchemaCommand implements Callable<Integer> {
  private final CommandContext context;

  @Option(names = "--write", description = "Write it to programs/schema/program.schema.json.")
  private boolean write;

  @Option(names = "--out", paramLabel = "FILE", description = "Write it to a file of your own.")
  private Path file;

  @Spec private CommandSpec spec;

  SchemaCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    String schema = ProgramSchema.json(Registries.load().extensions());
    if (file != null) {
      write(file, schema);
    } else if (write) {
      write(context.programs().resolve("schema").resolve("program.schema.json"), schema);
    } else {
      spec.commandLine().getOut().print(schema);
    }
    return 0;
  }

  private void write(Path target, String schema) {
    try {
      Files.createDirectories(target.toAbsolutePath().getParent());
      Files.writeString(target, schema);
    } catch (IOException e) {
      throw new CeapException(
          ErrorCode.ARGUMENT_INVALID, "cannot write the schema to " + target, e);
    }
    spec.commandLine().getOut().println("written to " + target);
  }
}
