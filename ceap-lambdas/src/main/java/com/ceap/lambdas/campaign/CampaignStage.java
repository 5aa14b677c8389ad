package com.ceap.lambdas.campaign;

import com.ceap.lambdas.queue.Disposition;
import com.ceap.lambdas.queue.QueueMessage;
import com.ceap.lambdas.queue.QueueStage;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.storage.CampaignCounts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Works on a queue of parts of campaigns, several at a time. A part that has to wait comes back;
 * one that was interrupted is brought again and goes on where it was. Thread-safe.
 */
public final class CampaignStage implements QueueStage {
  private final CampaignSending sending;
  private final InstantSource clock;
  private final Semaphore places;
  private final Set<PartRef> inWork = ConcurrentHashMap.newKeySet();

  /** A campaign that is started again puts parts into the queue that are in it already. */
  private final Set<PartRef> counted = ConcurrentHashMap.newKeySet();

  private final AtomicReference<CampaignCounts> counts = new AtomicReference<>(CampaignCounts.NONE);

  /**
   * @param together how many parts are sent at a time, by all batches
   */
  public CampaignStage(CampaignSending sending, InstantSource clock, int together) {
    this.sending = sending;
    this.clock = clock;
    this.places = new Semaphore(together);
  }

  @Override
  public List<Disposition> handle(List<QueueMessage> batch) {
    List<Future<Disposition>> parts;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      parts = batch.stream().map(message -> threads.submit(() -> handle(message))).toList();
    }
    return parts.stream().map(Future::resultNow).toList();
  }

  /** What became of the parts that ended here, each once. */
  public CampaignCounts report() {
    return counts.get();
  }

  private Disposition handle(QueueMessage message) {
    places.acquireUninterruptibly();
    try {
      return send(PartRef.read(message.body()));
    } catch (CeapException e) {
      return Disposition.failed(e);
    } catch (RuntimeException e) {
      // Its message may name a customer.
      return new Disposition.Retry(
          ErrorCode.DEFECT, "a part of a campaign met " + e.getClass().getName());
    } finally {
      places.release();
    }
  }

  /** A part that is being sent has another message, by which it goes on where it must. */
  private Disposition send(PartRef ref) {
    if (!inWork.add(ref)) {
      return Disposition.DONE;
    }
    try {
      return disposition(ref, sending.send(ref.campaign(), ref.part()));
    } finally {
      inWork.remove(ref);
    }
  }

  private Disposition disposition(PartRef ref, PartProgress progress) {
    return switch (progress) {
      case PartProgress.Ended(CampaignCounts ended) -> {
        if (counted.add(ref)) {
          counts.accumulateAndGet(ended, CampaignCounts::plus);
        }
        yield Disposition.DONE;
      }
      case PartProgress.Over _ -> Disposition.DONE;
      case PartProgress.NotDue(Instant at) ->
          new Disposition.Later(Duration.between(clock.instant(), at));
      case PartProgress.Waits waits -> new Disposition.Later(waits.after());
    };
  }
}
