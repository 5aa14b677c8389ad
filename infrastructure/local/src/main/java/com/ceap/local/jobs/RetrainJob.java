package com.ceap.local.jobs;

import com.ceap.lambdas.jobs.Job;
import com.ceap.lambdas.jobs.JobPlan;
import com.ceap.lambdas.jobs.JobResult;
import com.ceap.lambdas.jobs.JobRun;
import com.ceap.lambdas.jobs.Timetable;
import com.ceap.lambdas.retrain.RetrainRecord;
import com.ceap.local.model.ModelTrainer;
import com.ceap.local.model.Retraining;
import com.ceap.local.model.TrainingProgress;
import com.ceap.local.platform.LocalPlatform;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Trains the local models on what was exported. */
final class RetrainJob implements Job {
  private final LocalPlatform platform;

  RetrainJob(LocalPlatform platform) {
    this.platform = platform;
  }

  @Override
  public JobPlan plan() {
    return Timetable.RETRAIN;
  }

  @Override
  public JobResult run(JobRun run) {
    // As of its slot, so that doing it again decides on the same rows.
    List<RetrainRecord> records =
        new Retraining(platform.objects(), platform.data().models(), platform.scratch(), run::slot)
            .retrain(Optional.empty(), ModelTrainer.DEFAULT_SEED, TrainingProgress.NONE);
    String text = records.stream().map(RetrainJob::text).collect(Collectors.joining("; "));
    return records.stream().allMatch(RetrainJob::withoutData)
        ? new JobResult.Skipped(text)
        : new JobResult.Done(text);
  }

  private static boolean withoutData(RetrainRecord record) {
    return record.decision() == RetrainRecord.Decision.NOT_ENOUGH_DATA;
  }

  private static String text(RetrainRecord record) {
    return record.modelId()
        + ": "
        + record.decision().name().toLowerCase(Locale.ROOT).replace('_', ' ')
        + ", "
        + record.reason();
  }
}
