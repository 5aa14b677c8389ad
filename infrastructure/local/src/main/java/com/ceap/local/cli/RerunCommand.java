package com.ceap.local.cli;

import com.ceap.lambdas.batch.RunState;
import com.ceap.lambdas.batch.RunSummary;
import com.ceap.lambdas.batch.RunTicket;
import com.ceap.lambdas.batch.SummaryJson;
import com.ceap.local.platform.LocalPlatform;
import com.ceap.local.run.FunnelReport;
import com.ceap.local.run.LocalBatch;
import com.ceap.local.run.Programs;
import com.ceap.local.run.RecordedRuns;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.model.program.Program;
import com.ceap.model.program.ProgramLoader;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Works on the failed chunks of a run again. */
@Command(
    name = "rerun",
    description = {
      "Works on the chunks of a run that failed, or that were never reached, and stores what is"
          + " not stored. What the run has decided stays; its date and its program's version too.",
      "A run that a newer one of its program has overtaken is refused."
    })
final class RerunCommand implements Callable<Integer> {
  private final CommandContext context;

  @Option(
      names = "--failed",
      paramLabel = "EXECUTION",
      required = true,
      description = "The run, as `ceap run` named it.")
  private String execution;

  @Option(
      names = "--program",
      paramLabel = "FILE.yaml",
      description = "The program's file, where it does not lie in the folder of programs.")
  private String file;

  @Option(
      names = "--warehouse",
      paramLabel = "DIR",
      description =
          "The folder of tables that the run read. Default: warehouse in the data folder.")
  private Path warehouse;

  @Mixin private DataOptions data;
  @Mixin private CommandOutput output;

  RerunCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    try (LocalPlatform platform = data.openExisting(context)) {
      RunTicket run = new RecordedRuns(platform.objects()).find(execution);
      RunSummary summary = rerun(platform, run);
      if (output.json()) {
        output.print(SummaryJson.tree(summary));
      } else {
        output.out().print(FunnelReport.of(summary));
        output.line("%nwritten to %s", platform.data().root().resolve(run.keys().prefix()));
      }
      return summary.state() == RunState.FAILED ? 1 : 0;
    }
  }

  private RunSummary rerun(LocalPlatform platform, RunTicket run) {
    ProgramLoader loader = new ProgramLoader(platform.registries().extensions());
    Program program =
        new Programs(loader, context.programs())
            .find(Optional.ofNullable(file).orElse(run.programId()));
    requireVersion(run, program);
    Path tables =
        Optional.ofNullable(warehouse).orElseGet(() -> platform.data().root().resolve("warehouse"));
    try (ProgressLine progress = output.progress(context)) {
      return LocalBatch.on(platform)
          .rerun(
              program,
              run,
              tables,
              (stage, done, total) ->
                  progress.show("%s: %d of %d chunks".formatted(stage, done, total)));
    }
  }

  private static void requireVersion(RunTicket run, Program program) {
    if (!program.programId().equals(run.programId())
        || !program.version().equals(run.programVersion())) {
      throw new CeapException(
          ErrorCode.RUN_CHANGED,
          ("run %s is of program %s, version %s; what is there now is %s, version %s. Run it anew:"
                  + " ceap run %s --date %s")
              .formatted(
                  run.executionId(),
                  run.programId(),
                  run.programVersion(),
                  program.programId(),
                  program.version(),
                  run.programId(),
                  run.businessDate()));
    }
  }
}
