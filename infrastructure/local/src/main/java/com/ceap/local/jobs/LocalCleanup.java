package com.ceap.local.jobs;

import com.ceap.lambdas.jobs.Job;
import com.ceap.lambdas.jobs.JobPlan;
import com.ceap.lambdas.jobs.JobResult;
import com.ceap.lambdas.jobs.JobRun;
import com.ceap.lambdas.jobs.cleanup.CleanupVerification;
import com.ceap.local.platform.LocalPlatform;
import com.ceap.runtime.metrics.Measurements;
import com.ceap.storage.CeapTables;
import com.ceap.storage.Leftovers;
import com.ceap.storage.embedded.SqliteTables;
import java.util.Locale;

/**
 * Deletes from a data folder what has expired, which DynamoDB does by itself, then looks whether it
 * is gone.
 */
final class LocalCleanup implements Job {
  private final LocalPlatform platform;

  LocalCleanup(LocalPlatform platform) {
    this.platform = platform;
  }

  @Override
  public JobPlan plan() {
    return verification(platform).plan();
  }

  @Override
  public JobResult run(JobRun run) {
    if (!(platform.tables() instanceof SqliteTables tables)) {
      return new JobResult.Skipped("DynamoDB Local deletes what has expired by itself");
    }
    long deleted = 0;
    for (var table : CeapTables.ALL) {
      deleted += tables.deleteExpired(table, run.slot().minus(CleanupVerification.GRACE));
    }
    return switch (verification(platform).run(run)) {
      case JobResult.Done(String what) ->
          new JobResult.Done(
              String.format(Locale.ROOT, "%,d expired items were deleted; %s", deleted, what));
      case JobResult.Skipped skipped -> skipped;
    };
  }

  private static CleanupVerification verification(LocalPlatform platform) {
    return new CleanupVerification(
        platform.stores(),
        new Leftovers(
            (table, most, action) ->
                ((SqliteTables) platform.tables()).sample().forEach(table, most, action)),
        Measurements.NONE);
  }
}
