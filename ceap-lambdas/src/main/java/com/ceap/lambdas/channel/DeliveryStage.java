package com.ceap.lambdas.channel;

import com.ceap.lambdas.queue.Disposition;
import com.ceap.lambdas.queue.QueueMessage;
import com.ceap.lambdas.queue.QueueStage;
import com.ceap.model.DueTouch;
import com.ceap.runtime.metrics.Measurements;
import java.time.InstantSource;
import java.util.List;

/**
 * Works on the queues of due touches, of one channel type or of all. Every touch ends as one
 * message's record; no customer gets the same one twice, whatever fails and however often it comes.
 */
public final class DeliveryStage implements QueueStage {
  private final DeliveryTools tools;
  private final MessageDelivery delivery;
  private final DeliveryCounts counts = new DeliveryCounts();
  private final DeliveryMeasured measured;

  public DeliveryStage(DeliveryPorts ports, DeliverySettings settings, InstantSource clock) {
    this(ports, settings, clock, Measurements.NONE);
  }

  /** As the other, telling what it does. */
  public DeliveryStage(
      DeliveryPorts ports,
      DeliverySettings settings,
      InstantSource clock,
      Measurements measurements) {
    this.tools = DeliveryTools.of(ports, settings, clock);
    this.delivery = new MessageDelivery(tools);
    this.measured = new DeliveryMeasured(measurements);
  }

  @Override
  public List<Disposition> handle(List<QueueMessage> batch) {
    return batch.stream().map(this::handle).toList();
  }

  /** What was done since the start. */
  public Deliveries report() {
    return counts.report();
  }

  private Disposition handle(QueueMessage message) {
    Disposition disposition =
        TouchMessages.handle(message, touch -> deliver(touch, message.receives()));
    counts.count(disposition);
    measured.put(disposition);
    return disposition;
  }

  private Disposition deliver(DueTouch touch, int receives) {
    long started = System.nanoTime();
    boolean early = receives < tools.settings().candidateReceives();
    DeliveryResult result = delivery.deliver(List.of(tools.plans().of(touch, early))).getFirst();
    counts.count(result);
    measured.put(touch, result, System.nanoTime() - started);
    return result.disposition();
  }
}
