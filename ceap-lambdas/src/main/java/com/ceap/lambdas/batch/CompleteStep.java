package com.ceap.lambdas.batch;

import com.ceap.lambdas.store.StoreStage;
import com.ceap.storage.Run;

/**
 * Ends a run: writes its summary beside its objects and among the runs, where campaigns look for
 * one that has SUCCEEDED. Repeated it writes the same. Thread-safe.
 */
public final class CompleteStep {
  private final StoreStage store;
  private final RunObjects objects;

  CompleteStep(StoreStage store, RunObjects objects) {
    this.store = store;
    this.objects = objects;
  }

  public RunSummary run(RunTicket run, RunSummary summary) {
    switch (summary.state()) {
      case COMPLETE -> end(run, true, summary);
      case FAILED -> end(run, false, summary);
      case DRY_RUN, DISABLED -> {}
    }
    objects.summary(run.keys(), summary);
    return summary;
  }

  /**
   * Ends a run as FAILED whose execution is gone. One that has ended stays as it ended, and so does
   * a dry run, of which nobody waits for the end.
   *
   * @return whether it was running
   */
  public boolean settle(RunTicket run, RunSummary summary) {
    boolean settled = !run.dryRun() && store.settle(known(run), SummaryJson.text(summary));
    if (settled) {
      var _ = store.forget(known(run));
      objects.summary(run.keys(), summary);
    }
    return settled;
  }

  private void end(RunTicket run, boolean succeeded, RunSummary summary) {
    if (!run.dryRun()) {
      // Before the run feeds a campaign.
      var _ = store.forget(known(run));
      store.end(known(run), succeeded, SummaryJson.text(summary));
    }
  }

  private static Run known(RunTicket run) {
    return Run.starting(run.programId(), run.executionId(), run.businessDate(), run.startedAt());
  }
}
