package com.ceap.local.cli;

import com.ceap.local.bench.BatchBenchmark;
import com.ceap.local.bench.BatchFigures;
import com.ceap.local.bench.BatchReport;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures the platform against floors that are measured in the same run. */
@Command(name = "bench", description = "Measures the platform on this machine; see its commands.")
final class BenchCommand {
  private final CommandContext context;

  private BenchCommand(CommandContext context) {
    this.context = context;
  }

  /** The command with those below it. */
  static CommandLine of(CommandContext context) {
    return new CommandLine(new BenchCommand(context))
        .addSubcommand(new BenchReactiveCommand(context))
        .addSubcommand(new BenchServingCommand(context))
        .addSubcommand(new BenchColdStartCommand(context))
        .addSubcommand(new BenchFunctionsCommand(context))
        .addSubcommand(new BenchCampaignCommand(context))
        .addSubcommand(new BenchCostCommand(context));
  }

  /** Where benchmarks keep what they need, unless {@code --data} names another folder. */
  static Path folder(Path data, CommandContext context) {
    return Optional.ofNullable(data).orElseGet(() -> context.defaultData().resolve("bench"));
  }

  @Command(
      name = "batch",
      description = {
        "Measures the batch on a sample shop: the fused and the staged dry run, the whole run and"
            + " Store, beside an idiomatic Java loop, one DuckDB SQL and bare JDBC batches that do"
            + " the same. Every figure is of a whole process, JVM start included; the kinds take"
            + " turns. Exit code 1 where the engines do not count the same.",
        "Store is measured on the embedded store; on DynamoDB Local it is left out."
      })
  int batch(
      @Option(
              names = "--interactions",
              paramLabel = "N",
              defaultValue = "1000000",
              description = "How large the sample shop is. Default: ${DEFAULT-VALUE}.")
          long interactions,
      @Option(
              names = "--runs",
              paramLabel = "N",
              defaultValue = "5",
              description = "How many processes of each kind. Default: ${DEFAULT-VALUE}.")
          int runs,
      @Option(
              names = "--minutes",
              paramLabel = "N",
              defaultValue = "20",
              description = "Begin no further round after so long. Default: ${DEFAULT-VALUE}.")
          int minutes,
      @Option(
              names = "--data",
              paramLabel = "DIR",
              description = {
                "Where the shop is kept for the next time. Default: .ceap/bench in the project's"
                    + " folder."
              })
          Path data,
      @Mixin CommandOutput output) {
    if (runs < 1 || interactions < 1_000 || minutes < 1) {
      throw new CeapException(
          ErrorCode.ARGUMENT_INVALID,
          "a benchmark needs at least 1 run, 1000 interactions and 1 minute, not %d, %d and %d"
              .formatted(runs, interactions, minutes));
    }
    BatchFigures figures;
    try (ProgressLine progress = output.progress(context)) {
      figures =
          new BatchBenchmark(folder(data, context), context.home(), progress::show)
              .run(interactions, runs, Duration.ofMinutes(minutes));
    }
    if (output.json()) {
      output.print(BatchReport.json(figures));
    } else {
      output.out().print(BatchReport.text(figures));
    }
    return figures.countsAgree() ? 0 : 1;
  }
}
