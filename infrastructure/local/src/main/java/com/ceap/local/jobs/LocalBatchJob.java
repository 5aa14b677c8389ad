package com.ceap.local.jobs;

import com.ceap.lambdas.batch.Progress;
import com.ceap.lambdas.batch.RunState;
import com.ceap.lambdas.batch.RunSummary;
import com.ceap.lambdas.jobs.Job;
import com.ceap.lambdas.jobs.JobPlan;
import com.ceap.lambdas.jobs.JobResult;
import com.ceap.lambdas.jobs.JobRun;
import com.ceap.lambdas.jobs.Timetable;
import com.ceap.local.campaign.LocalCampaigns;
import com.ceap.local.platform.LocalPlatform;
import com.ceap.local.run.LocalBatch;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.storage.Campaign;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Runs a program's batch on the data folder's own warehouse, where it has one. */
final class LocalBatchJob implements Job {
  private final LocalPlatform platform;

  LocalBatchJob(LocalPlatform platform) {
    this.platform = platform;
  }

  @Override
  public JobPlan plan() {
    return Timetable.BATCH;
  }

  @Override
  public JobResult run(JobRun run) {
    Path warehouse = platform.data().root().resolve("warehouse");
    if (!Files.isDirectory(warehouse)) {
      return new JobResult.Skipped("there is no warehouse folder " + warehouse);
    }
    var _ = platform.referenceTables().load(warehouse, (_, _) -> {});
    RunSummary summary =
        LocalBatch.on(platform)
            .run(
                run.requireProgram(),
                warehouse,
                run.dayBefore(),
                false,
                LocalBatch.Mode.FUSED,
                Progress.SILENT);
    if (summary.state() == RunState.FAILED) {
      throw new CeapException(
          ErrorCode.RUN_FAILED,
          "run %s failed: %s".formatted(summary.executionId(), summary.problem().orElse("")));
    }
    List<Campaign> campaigns = new LocalCampaigns(platform).complete(run.requireProgram(), summary);
    return new JobResult.Done(
        String.format(
            Locale.ROOT,
            "run %s: %,d records, %,d candidates stored, %,d messages planned",
            summary.executionId(),
            summary.raw(),
            summary.stored(),
            campaigns.stream().mapToLong(Campaign::recipients).sum()));
  }
}
