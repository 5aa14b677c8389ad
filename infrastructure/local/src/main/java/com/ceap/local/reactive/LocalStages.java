package com.ceap.local.reactive;

import com.ceap.lambdas.queue.QueueStage;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The stages behind a data folder's queues.
 *
 * @param byQueue by the name of their queue
 * @param totals what they have done since they were made
 */
public record LocalStages(Map<String, QueueStage> byQueue, Supplier<StageTotals> totals) {
  public LocalStages {
    byQueue = Map.copyOf(byQueue);
  }
}
