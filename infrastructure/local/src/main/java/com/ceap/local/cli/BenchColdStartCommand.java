package com.ceap.local.cli;

import com.ceap.lambdas.batch.Registries;
import com.ceap.local.bench.Folders;
import com.ceap.local.bench.functions.ColdStart;
import com.ceap.local.bench.functions.ColdStartBenchmark;
import com.ceap.local.bench.functions.ColdStartReport;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.model.program.ProgramLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures how functions start. */
@Command(
    name = "coldstart",
    description = {
      "Measures how each function starts from its zip, behind AWS's Runtime Interface Client in a"
          + " JVM of its own: until it asks for an event, its first answer, the next one, and the"
          + " first one after a primed snapshot, beside a function that does nothing. A stand-in"
          + " for AWS's services answers at once, and restoring takes no time here, so that only"
          + " the function's own share is measured."
    })
final class BenchColdStartCommand implements Callable<Integer> {
  private final CommandContext context;

  @Option(
      names = "--runs",
      paramLabel = "N",
      defaultValue = "3",
      description = "How many starts of each; the middle one counts. Default: ${DEFAULT-VALUE}.")
  private int runs;

  @Mixin private CommandOutput output;

  BenchColdStartCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    if (runs < 1) {
      throw new CeapException(
          ErrorCode.ARGUMENT_INVALID, "a benchmark needs at least 1 run, not " + runs);
    }
    List<ColdStart> starts = measure();
    if (output.json()) {
      output.print(ColdStartReport.json(starts));
    } else {
      output.out().print(ColdStartReport.text(starts));
    }
    return 0;
  }

  private List<ColdStart> measure() {
    ProgramLoader loader = new ProgramLoader(Registries.load().extensions());
    Path scratch = BenchCommand.folder(null, context).resolve("coldstart");
    try (ProgressLine progress = output.progress(context)) {
      Folders.delete(scratch);
      List<ColdStart> starts =
          new ColdStartBenchmark(context.home(), loader, InstantSource.system(), progress::show)
              .run(Files.createDirectories(scratch), runs);
      Folders.delete(scratch);
      return starts;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot lay out the functions", e);
    }
  }
}
