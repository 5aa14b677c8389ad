package com.ceap.local.cli;

import com.ceap.local.bench.serving.ServingBenchmark;
import com.ceap.local.bench.serving.ServingFigures;
import com.ceap.local.bench.serving.ServingLoad;
import com.ceap.local.bench.serving.ServingReport;
import com.ceap.local.platform.StoreKind;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures what customers are answered. */
@Command(
    name = "serving",
    description = {
      "Measures the request of a home screen, a customer's candidates for a channel, on a store of"
          + " made-up candidates: requests a second where it is saturated, then latency at half of"
          + " that, and what a request allocates, beside the bare query behind it. The network is"
          + " left out.",
      "Latencies are of an open loop at a constant rate, from when each request was to be begun. All"
          + " of it runs in a process of its own, with the full compiler and after a warm-up, as a"
          + " server does; commands do with the quick compiler."
    })
final class BenchServingCommand implements Callable<Integer> {
  private static final long CANDIDATES = 1_000_000;
  private static final long CANDIDATES_IN_DYNAMODB_LOCAL = 100_000;

  private final CommandContext context;

  @Option(
      names = "--candidates",
      paramLabel = "N",
      description =
          "How many candidates are stored, ten for each customer. Default: 1000000, in DynamoDB"
              + " Local 100000.")
  private Long candidates;

  @Option(
      names = "--store",
      paramLabel = "KIND",
      defaultValue = "embedded",
      converter = DataOptions.KindConverter.class,
      completionCandidates = DataOptions.Kinds.class,
      description = {
        "embedded: a SQLite file (default).",
        "dynamodb-local: Amazon's DynamoDB Local, which takes minutes to load."
      })
  private StoreKind store;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "10",
      description = "For how long each figure is measured. Default: ${DEFAULT-VALUE}.")
  private int seconds;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = {
        "Where what is loaded is kept for the next time. Default: .ceap/bench in the project's"
            + " folder."
      })
  private Path data;

  @Mixin private CommandOutput output;

  BenchServingCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    long stored = Optional.ofNullable(candidates).orElseGet(this::usual);
    if (stored < 10 || seconds < 1) {
      throw new CeapException(
          ErrorCode.ARGUMENT_INVALID,
          "a benchmark needs at least 10 candidates and 1 second, not %d and %d"
              .formatted(stored, seconds));
    }
    ServingLoad load =
        new ServingLoad(
            BenchCommand.folder(data, context),
            context.home(),
            store,
            stored,
            Duration.ofSeconds(seconds));
    ServingFigures figures;
    try (ProgressLine progress = output.progress(context)) {
      figures = new ServingBenchmark(load, progress::show).run();
    }
    if (output.json()) {
      output.print(ServingReport.json(figures));
    } else {
      output.out().print(ServingReport.text(figures));
    }
    return 0;
  }

  private long usual() {
    return switch (store) {
      case EMBEDDED -> CANDIDATES;
      case DYNAMODB_LOCAL -> CANDIDATES_IN_DYNAMODB_LOCAL;
    };
  }
}
