package com.ceap.local.reactive;

import com.ceap.lambdas.queue.QueueStage;
import com.ceap.local.clock.ClockState;
import com.ceap.local.engine.EngineListener;
import com.ceap.local.engine.Recurring;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The stages behind a data folder's queues.
 *
 * @param byQueue by the name of their queue
 * @param totals what they have done since they were made
 * @param whenQuiet what is to be done now and then beside the queues
 * @param recurring what is to be done at certain times
 */
public record LocalStages(
    Map<String, QueueStage> byQueue,
    Supplier<StageTotals> totals,
    Runnable whenQuiet,
    Recurring recurring) {
  public LocalStages {
    byQueue = Map.copyOf(byQueue);
  }

  /** Stages without anything that recurs. */
  public LocalStages(
      Map<String, QueueStage> byQueue, Supplier<StageTotals> totals, Runnable whenQuiet) {
    this(byQueue, totals, whenQuiet, Recurring.NOTHING);
  }

  /** The same, with what is done at certain times. */
  public LocalStages with(Recurring jobs) {
    return new LocalStages(byQueue, totals, whenQuiet, jobs);
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
