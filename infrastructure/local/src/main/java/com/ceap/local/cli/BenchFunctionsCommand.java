package com.ceap.local.cli;

import com.ceap.lambdas.batch.Registries;
import com.ceap.local.bench.Folders;
import com.ceap.local.bench.functions.FunctionFigures;
import com.ceap.local.bench.functions.FunctionsBenchmark;
import com.ceap.local.bench.functions.FunctionsReport;
import com.ceap.local.bench.functions.WholeRunFigures;
import com.ceap.local.functions.SampleDay;
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

/** Measures what functions take. */
@Command(
    name = "functions",
    description = {
      "Has each function do from its zip what it does at a time in production: a chunk of 5,000"
          + " rows, a part of 500 messages, ten messages of a queue, a thousand changes. Tells the"
          + " memory that its process took, its processor time, and how long that is with the"
          + " processor that its memory buys. It runs in a JVM of its own behind AWS's Runtime"
          + " Interface Client, with the heap of its memory; services answer at once. Exit code 1"
          + " where one has less than four times the memory or eight times the time that it takes.",
      "With --whole it measures what works on a whole run, on two sizes of one, and tells"
          + " what 500,000 rows would take; exit code 1 where that leaves less than twice the memory"
          + " or twice the time."
    })
final class BenchFunctionsCommand implements Callable<Integer> {
  private final CommandContext context;

  @Mixin private CommandOutput output;

  @Option(names = "--whole", description = "Whole runs instead of what is done at a time.")
  private boolean whole;

  BenchFunctionsCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    return whole ? runs() : pieces();
  }

  private int runs() {
    List<WholeRunFigures> figures = measure(FunctionsBenchmark::runWhole);
    if (output.json()) {
      output.print(FunctionsReport.wholeJson(figures));
    } else {
      output.out().print(FunctionsReport.wholeText(figures));
    }
    return figures.stream().allMatch(WholeRunFigures::isWithinMargin) ? 0 : 1;
  }

  private int pieces() {
    List<FunctionFigures> figures =
        measure((benchmark, scratch) -> benchmark.run(scratch, SampleDay.Size.REAL));
    if (output.json()) {
      output.print(FunctionsReport.json(figures));
    } else {
      output.out().print(FunctionsReport.text(figures));
    }
    return figures.stream().allMatch(FunctionFigures::isWithinMargin) ? 0 : 1;
  }

  /** What is measured in an empty folder. */
  private interface Measuring<T> {
    List<T> measure(FunctionsBenchmark benchmark, Path scratch) throws IOException;
  }

  private <T> List<T> measure(Measuring<T> measuring) {
    ProgramLoader loader = new ProgramLoader(Registries.load().extensions());
    Path scratch = BenchCommand.folder(null, context).resolve("functions");
    try (ProgressLine progress = output.progress(context)) {
      Folders.delete(scratch);
      FunctionsBenchmark benchmark =
          new FunctionsBenchmark(context.home(), loader, InstantSource.system(), progress::show);
      List<T> figures = measuring.measure(benchmark, Files.createDirectories(scratch));
      Folders.delete(scratch);
      return figures;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot lay out the functions", e);
    }
  }
}
