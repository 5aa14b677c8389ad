package com.ceap.local.cli;

import com.ceap.lambdas.batch.RunState;
import com.ceap.lambdas.batch.RunSummary;
import com.ceap.lambdas.batch.SummaryJson;
import com.ceap.local.campaign.CampaignJson;
import com.ceap.local.campaign.LocalCampaigns;
import com.ceap.local.platform.LocalPlatform;
import com.ceap.local.reactive.LocalReactive;
import com.ceap.local.reference.ImportReport;
import com.ceap.local.run.FunnelReport;
import com.ceap.local.run.LocalBatch;
import com.ceap.local.run.Programs;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.model.program.Program;
import com.ceap.model.program.ProgramLoader;
import com.ceap.storage.Campaign;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a program's batch. */
@Command(
    name = "run",
    description = {
      "Runs the batch of a program on a folder of tables: extract, ETL, filter, score, store.",
      "Every file of the folder (CSV, also gzipped, Parquet, JSONL) is a table by its stem;"
          + " customers, products, consents, devices, features, purchases and contacts among them"
          + " are loaded first."
    })
final class RunCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(paramLabel = "PROGRAM|FILE.yaml", description = "A program's id, or its YAML file.")
  private String program;

  @Option(
      names = "--date",
      paramLabel = "D",
      description = "The business date, as 2026-01-31. Default: yesterday (UTC).")
  private LocalDate date;

  @Option(
      names = "--warehouse",
      paramLabel = "DIR",
      description = "The folder of tables. Default: warehouse in the data folder.")
  private Path warehouse;

  @Option(names = "--dry-run", description = "Decide everything, store nothing.")
  private boolean dryRun;

  @Option(
      names = "--staged",
      description = "Hand over between stages by objects, as the functions on AWS do.")
  private boolean staged;

  @Mixin private DataOptions data;
  @Mixin private CommandOutput output;

  RunCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    try (LocalPlatform platform = data.open(context)) {
      ProgramLoader loader = new ProgramLoader(platform.registries().extensions());
      Program found = new Programs(loader, context.programs()).find(program);
      requireConnectors(found);
      Path tables =
          Optional.ofNullable(warehouse)
              .orElseGet(() -> platform.data().root().resolve("warehouse"));
      loadReferenceData(platform, tables);
      new ReactiveWork(platform, context, output, "./ceap run").publish();
      RunSummary summary = run(platform, found, tables);
      List<Campaign> campaigns = campaigns(platform, found, summary);
      if (output.json()) {
        ObjectNode json = SummaryJson.tree(summary);
        campaigns.forEach(campaign -> json.withArray("campaigns").add(CampaignJson.of(campaign)));
        output.print(json);
      } else {
        output.out().print(FunnelReport.of(summary));
        campaigns.forEach(this::show);
        output.line("%nwritten to %s", platform.data().root().resolve(folder(summary)));
      }
      return summary.state() == RunState.FAILED ? 1 : 0;
    }
  }

  private static void requireConnectors(Program program) {
    if (program.dataConnectors().isEmpty()) {
      throw new CeapException(
          ErrorCode.ARGUMENT_INVALID,
          "program %s has no dataConnectors, so there is nothing to run; it decides on events, which `./ceap up` and `./ceap publish` take"
              .formatted(program.programId()));
    }
  }

  /** A program whose file is no published one has none: its messages could not be composed. */
  private static List<Campaign> campaigns(
      LocalPlatform platform, Program found, RunSummary summary) {
    return new LocalReactive(platform)
            .programs()
            .find(found.programId(), found.version())
            .isPresent()
        ? new LocalCampaigns(platform).complete(found, summary)
        : List.of();
  }

  private void show(Campaign campaign) {
    output.line(
        "%ncampaign %s: %,d messages about %,d candidates; `./ceap campaign %s --channel %s"
            + " --dry-run` shows them",
        campaign.key().name(),
        campaign.recipients(),
        campaign.candidates(),
        campaign.key().programId(),
        campaign.key().channel());
  }

  private void loadReferenceData(LocalPlatform platform, Path tables) {
    List<ImportReport> reports;
    try (ProgressLine progress = output.progress(context)) {
      reports =
          platform
              .referenceTables()
              .load(
                  tables,
                  (table, rows) ->
                      progress.show(
                          String.format(Locale.ROOT, "loading %s: %,d rows", table, rows)));
    }
    if (!output.json()) {
      reports.forEach(report -> ImportText.print(report, output.out()));
    }
  }

  private RunSummary run(LocalPlatform platform, Program found, Path tables) {
    try (ProgressLine progress = output.progress(context)) {
      return LocalBatch.on(platform)
          .run(
              found,
              tables,
              Optional.ofNullable(date).orElseGet(platform.clock()::yesterday),
              dryRun,
              staged ? LocalBatch.Mode.STAGED : LocalBatch.Mode.FUSED,
              (stage, done, total) ->
                  progress.show("%s: %d of %d chunks".formatted(stage, done, total)));
    }
  }

  private static String folder(RunSummary summary) {
    return "runs/" + summary.programId() + "/" + summary.executionId();
  }
}
