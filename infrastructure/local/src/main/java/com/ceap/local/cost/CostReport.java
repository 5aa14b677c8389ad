package com.ceap.local.cost;

import java.nio.file.Path;

/**
 * What the required batch and event cost on AWS: a small batch and some events are run and counted,
 * and multiplied by published prices.
 *
 * @param counts tables of what was counted, in Markdown
 * @param batch the estimate for the batch
 * @param event the estimate for an event
 * @param prices the prices that were used
 * @param batchDollars what the batch costs
 * @param eventDollars what an event costs
 */
public record CostReport(
    String counts,
    String batch,
    String event,
    String prices,
    double batchDollars,
    double eventDollars) {
  private static final long RECORDS = 20_000;
  private static final int EVENTS = 200;

  /**
   * Counts and estimates; takes some seconds.
   *
   * @param home the project's folder, with {@code programs/}
   * @param folder an empty one to work in
   */
  public static CostReport make(Path home, Path folder) {
    SampleStore batchStore = SampleStore.make(RECORDS, folder, home);
    long chunkRows = BatchEstimate.RAW / BatchEstimate.CHUNKS;
    BatchCounts batch = new BatchCount(batchStore, folder).run(chunkRows);
    EventCounts events = new EventCount(batchStore).run(EVENTS);
    Estimate batchCost = new BatchEstimate(batch, BatchMachine.load()).estimate();
    Estimate eventCost = new EventEstimate(events).estimate();
    return new CostReport(
        CostText.counts(batch, events),
        CostText.estimate(batchCost, 3),
        CostText.estimate(eventCost, 8),
        CostText.prices(),
        batchCost.dollars(),
        eventCost.dollars());
  }
}
