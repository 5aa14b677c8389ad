package com.ceap.local.cli;

import com.ceap.local.bench.reactive.ReactiveBenchReport;
import com.ceap.local.bench.reactive.ReactiveBenchmark;
import com.ceap.local.bench.reactive.ReactiveFigures;
import com.ceap.local.bench.reactive.ReactiveSettings;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures how events are decided. */
@Command(
    name = "reactive",
    description = {
      "Measures the reactive path on made-up carts: events a second and latency of the decision"
          + " alone, without a store, then events a second with the embedded store, beside the same"
          + " calls to the store without any decision.",
      "Latencies are of an open loop at a fixed rate, from when each event was to be begun. All of"
          + " it runs in processes of its own, with the full compiler and after a warm-up, as a"
          + " server does; commands do with the quick compiler."
    })
final class BenchReactiveCommand implements Callable<Integer> {
  private final CommandContext context;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "5000",
      description = "Events a second at which latency is measured. Default: ${DEFAULT-VALUE}.")
  private double rate;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "10",
      description = "For how long each figure is measured. Default: ${DEFAULT-VALUE}.")
  private int seconds;

  @Option(
      names = "--events",
      paramLabel = "N",
      defaultValue = "20000",
      description =
          "How many different events there are, and are decided with a store. Default:"
              + " ${DEFAULT-VALUE}.")
  private int events;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = {
        "Where models and databases are kept meanwhile. Default: .ceap/bench in the project's"
            + " folder."
      })
  private Path data;

  @Mixin private CommandOutput output;

  BenchReactiveCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    if (!(rate >= 1) || seconds < 1 || events < 100) {
      throw new CeapException(
          ErrorCode.ARGUMENT_INVALID,
          "a benchmark needs at least 1 event a second, 1 second and 100 events, not %s, %d and %d"
              .formatted(rate, seconds, events));
    }
    ReactiveSettings settings =
        new ReactiveSettings(
            BenchCommand.folder(data, context),
            context.home(),
            rate,
            Duration.ofSeconds(seconds),
            events);
    ReactiveFigures figures;
    try (ProgressLine progress = output.progress(context)) {
      figures = new ReactiveBenchmark(settings, progress::show).run();
    }
    if (output.json()) {
      output.print(ReactiveBenchReport.json(figures));
    } else {
      output.out().print(ReactiveBenchReport.text(figures));
    }
    return 0;
  }
}
