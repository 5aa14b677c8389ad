package com.ceap.local.reactive;

import com.ceap.lambdas.queue.QueueStage;
import com.ceap.local.clock.ClockState;
import com.ceap.local.engine.EngineListener;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The stages behind a data folder's queues.
 *
 * @param byQueue by the name of their queue
 * @param totals what they have done since they were made
 * @param whenQuiet what is to be done now and then beside the queues
 */
public record LocalStages(
    Map<String, QueueStage> byQueue, Supplier<StageTotals> totals, Runnable whenQuiet) {
  public LocalStages {
    byQueue = Map.copyOf(byQueue);
  }

  /** A listener that tells another, and sees to what is to be done when the engine is quiet. */
  EngineListener beside(EngineListener other) {
    return new EngineListener() {
      @Override
      public void moved(ClockState clock) {
        other.moved(clock);
      }

      @Override
      public void failed(RuntimeException e) {
        other.failed(e);
      }

      @Override
      public void quiet() {
        whenQuiet.run();
        other.quiet();
      }
    };
  }
}
