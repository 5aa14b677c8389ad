package com.ceap.lambdas.channel;

import com.ceap.lambdas.queue.Disposition;
import com.ceap.lambdas.queue.QueueMessage;
import com.ceap.lambdas.queue.QueueStage;
import com.ceap.model.DueTouch;
import com.ceap.model.error.ErrorCode;
import java.time.InstantSource;
import java.util.List;

/**
 * Works on the dead letters of the touch queues. A touch leaves its queue only when its message is
 * recorded, so the queue itself finds reservations whose owner was interrupted; only where all
 * receives are used up is nobody left to do so. Those are here, and few. It sends nothing: a touch
 * that was reserved ends as UNKNOWN once its lease is over; one that was not stays a dead letter,
 * which may be replayed.
 */
public final class LeaseSweeper implements QueueStage {
  private final DeliveryPlans plans;
  private final MessageDelivery delivery;

  public LeaseSweeper(DeliveryPorts ports, DeliverySettings settings, InstantSource clock) {
    DeliveryTools tools = DeliveryTools.of(ports, settings, clock);
    this.plans = tools.plans();
    this.delivery = new MessageDelivery(tools);
  }

  /** Done: its message is recorded; Later: its lease is alive; Dead: nothing was ever sent. */
  @Override
  public List<Disposition> handle(List<QueueMessage> batch) {
    return batch.stream().map(message -> TouchMessages.handle(message, this::settle)).toList();
  }

  private Disposition settle(DueTouch touch) {
    return delivery
        .settle(plans.of(touch, false))
        .map(DeliveryResult::disposition)
        .orElseGet(
            () ->
                new Disposition.Dead(
                    ErrorCode.ARGUMENT_INVALID,
                    "the touch was never reserved; it may be replayed"));
  }
}
