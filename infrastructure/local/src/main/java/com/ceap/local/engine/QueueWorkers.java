package com.ceap.local.engine;

import com.ceap.lambdas.queue.Disposition;
import com.ceap.lambdas.queue.QueueStage;
import com.ceap.local.queue.DurableQueues;
import com.ceap.local.queue.Settlement;
import com.ceap.local.queue.TakenMessage;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Takes batches from queues and works on some of them at a time. */
final class QueueWorkers implements AutoCloseable {
  private static final int BATCH = 10;

  private final DurableQueues queues;
  private final Map<String, StageCall> stages = new TreeMap<>();
  private final InFlight inFlight;
  private final Consumer<RuntimeException> failed;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  QueueWorkers(
      DurableQueues queues,
      Map<String, QueueStage> stages,
      InFlight inFlight,
      Consumer<RuntimeException> failed) {
    this.queues = queues;
    this.inFlight = inFlight;
    this.failed = failed;
    stages.forEach((queue, stage) -> this.stages.put(queue, new StageCall(stage)));
  }

  /** Begins one batch of each queue that has any, as far as workers are free; whether it did. */
  boolean begin() {
    boolean began = false;
    for (String queue : stages.keySet()) {
      began |= inFlight.begin() && begin(queue);
    }
    return began;
  }

  private boolean begin(String queue) {
    boolean begun = false;
    try {
      List<TakenMessage> batch = queues.take(queue, BATCH);
      if (!batch.isEmpty()) {
        threads.execute(() -> work(queue, batch));
        begun = true;
      }
      return begun;
    } finally {
      if (!begun) {
        inFlight.cancel();
      }
    }
  }

  private void work(String queue, List<TakenMessage> batch) {
    try {
      List<Disposition> answers =
          stages.get(queue).handle(batch.stream().map(TakenMessage::message).toList());
      queues.settle(
          IntStream.range(0, batch.size())
              .mapToObj(i -> new Settlement(batch.get(i), answers.get(i)))
              .toList());
    } catch (RuntimeException e) {
      // The batch comes back when its visibility timeout is over.
      failed.accept(e);
    } finally {
      inFlight.end();
    }
  }

  /** Waits for what is being worked on. */
  @Override
  public void close() {
    threads.close();
  }
}
