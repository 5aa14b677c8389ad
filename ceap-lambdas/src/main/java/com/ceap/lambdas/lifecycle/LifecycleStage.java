package com.ceap.lambdas.lifecycle;

import com.ceap.lambdas.events.CartEmptied;
import com.ceap.lambdas.events.CustomerOptedOut;
import com.ceap.lambdas.events.EventEnvelope;
import com.ceap.lambdas.events.EventType;
import com.ceap.lambdas.events.FeedbackEvents;
import com.ceap.lambdas.events.OrderPlaced;
import com.ceap.lambdas.queue.Disposition;
import com.ceap.lambdas.queue.QueueMessage;
import com.ceap.lambdas.queue.QueueStage;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.runtime.metrics.Measurements;
import com.ceap.runtime.programs.PublishedPrograms;
import com.ceap.storage.Stores;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Works on the queue {@code lifecycle}: what ends journeys, what customers buy, how they want to be
 * addressed, and what became of messages; and keeps reference data up to date. The ledger is
 * written first, for that is what stops sends; outcomes and messages follow. An event may come
 * twice, late and in any order.
 */
public final class LifecycleStage implements QueueStage {
  private final LifecycleCounts counts;
  private final JourneyExits exits;
  private final Endings endings;
  private final Purchases purchases;
  private final OptOuts optOuts;
  private final MessageNews news;
  private final ReferenceData reference;
  private final Map<EventType, Function<EventEnvelope, Disposition>> known = new HashMap<>();

  /**
   * The stage on a store.
   *
   * @param programs whose newest versions say which events end journeys
   */
  public LifecycleStage(Stores stores, PublishedPrograms programs, InstantSource clock) {
    this(stores, programs, clock, Measurements.NONE);
  }

  /** As the other, telling what it does. */
  public LifecycleStage(
      Stores stores, PublishedPrograms programs, InstantSource clock, Measurements measurements) {
    this.counts = new LifecycleCounts(measurements);
    EventClock present = new EventClock(clock);
    this.exits = new JourneyExits(programs);
    this.endings = new Endings(stores, present, counts);
    this.purchases = new Purchases(stores, programs, endings, present, counts);
    this.optOuts = new OptOuts(exits, endings, present, counts);
    this.news = new MessageNews(stores, present, counts);
    this.reference = new ReferenceData(stores, optOuts, present, counts);
    known.put(OrderPlaced.TYPE, this::order);
    known.put(CartEmptied.TYPE, this::cartEmptied);
    known.put(CustomerOptedOut.TYPE, this::optOut);
    FeedbackEvents.types().forEach(type -> known.put(type, this::feedback));
    ReferenceData.types().forEach(type -> known.put(type, reference::take));
  }

  @Override
  public List<Disposition> handle(List<QueueMessage> batch) {
    return batch.stream().map(this::handle).toList();
  }

  /** What was done since the start. */
  public LifecycleReport report() {
    return counts.report();
  }

  private Disposition handle(QueueMessage message) {
    Disposition disposition = attempt(message);
    counts.ended(disposition);
    return disposition;
  }

  private Disposition attempt(QueueMessage message) {
    try {
      return take(EventEnvelope.parse(message.body()));
    } catch (CeapException e) {
      return Disposition.failed(e);
    } catch (RuntimeException e) {
      // Its message may name the customer.
      return new Disposition.Retry(
          ErrorCode.DEFECT, "an event of the queue lifecycle met " + e.getClass().getName());
    }
  }

  private Disposition take(EventEnvelope event) {
    return known.getOrDefault(EventType.of(event), this::declared).apply(event);
  }

  private Disposition order(EventEnvelope event) {
    return purchases.take(OrderPlaced.parse(event), exits.declared(event));
  }

  private Disposition cartEmptied(EventEnvelope event) {
    // Programs read only what they have named: without its cart it would end every journey.
    CartEmptied.parse(event);
    return declared(event);
  }

  private Disposition optOut(EventEnvelope event) {
    CustomerOptedOut said = CustomerOptedOut.parse(event);
    return optOuts.take(CustomerOptedOut.TYPE, said.consent(), said.at());
  }

  private Disposition feedback(EventEnvelope event) {
    return FeedbackEvents.read(event)
        .map(news::take)
        .orElseGet(
            () -> {
              counts.passedOver();
              return Disposition.DONE;
            });
  }

  private Disposition declared(EventEnvelope event) {
    return endings.take(exits.declared(event));
  }
}
