package com.ceap.lambdas.batch;

import com.ceap.connectors.spi.Chunk;
import com.ceap.lambdas.stage.StageReport;
import com.ceap.lambdas.store.StoreStage;
import com.ceap.storage.Run;
import java.util.List;

/**
 * Stores what was selected of some chunks. Repeated it writes the same items; a run that a newer
 * one has overtaken is refused. Thread-safe.
 */
public final class StoreStep {
  static final String STORE = "store";

  private final StoreStage store;
  private final RunObjects objects;

  StoreStep(StoreStage store, RunObjects objects) {
    this.store = store;
    this.objects = objects;
  }

  /**
   * Stores chunks together, since a store writes a few large batches soonest.
   *
   * @throws com.ceap.model.error.CeapException RUN_SUPERSEDED; the store's
   */
  public StageReport run(RunTicket run, List<Chunk> chunks, RunSelection selection) {
    long started = System.nanoTime();
    Run stored =
        Run.starting(run.programId(), run.executionId(), run.businessDate(), run.startedAt());
    store.beforeChunk(stored);
    RunSelection remembered = selection.and(store.remembered());
    List<Long> counts =
        objects.forEachBatch(run.keys(), chunks, remembered, batch -> store.store(stored, batch));
    long nanos = System.nanoTime() - started;
    StageReport total = new StageReport(STORE, 0, 0, 0);
    for (int i = 0; i < chunks.size(); i++) {
      long count = counts.get(i);
      StageReport report = new StageReport(STORE, count, count, nanos / chunks.size());
      objects.records().stored(run.keys(), chunks.get(i), report);
      total = total.plus(report);
    }
    return total;
  }
}
