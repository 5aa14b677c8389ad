package com.ceap.lambdas.lifecycle;

import com.ceap.lambdas.events.CartEmptied;
import com.ceap.lambdas.events.CustomerOptedOut;
import com.ceap.lambdas.events.EventEnvelope;
import com.ceap.lambdas.events.EventType;
import com.ceap.lambdas.events.FeedbackEvents;
import com.ceap.lambdas.events.OrderPlaced;
import com.ceap.lambdas.journey.PublishedPrograms;
import com.ceap.lambdas.queue.Disposition;
import com.ceap.lambdas.queue.QueueMessage;
import com.ceap.lambdas.queue.QueueStage;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.storage.Stores;
import java.time.InstantSource;
import java.util.List;

/**
 * Works on the queue {@code lifecycle}: what ends journeys, what customers buy, how they want to be
 * addressed, and what became of messages. The ledger is written first, for that is what stops
 * sends; outcomes and messages follow. An event may come twice, late and in any order.
 */
public final class LifecycleStage implements QueueStage {
  private final LifecycleCounts counts = new LifecycleCounts();
  private final JourneyExits exits;
  private final Endings endings;
  private final Purchases purchases;
  private final OptOuts optOuts;
  private final MessageNews news;

  /**
   * The stage on a store.
   *
   * @param programs whose newest versions say which events end journeys
   */
  public LifecycleStage(Stores stores, PublishedPrograms programs, InstantSource clock) {
    EventClock present = new EventClock(clock);
    this.exits = new JourneyExits(programs);
    this.endings = new Endings(stores, present, counts);
    this.purchases = new Purchases(stores, programs, endings, present, counts);
    this.optOuts = new OptOuts(exits, endings, present, counts);
    this.news = new MessageNews(stores, present, counts);
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
    EventType type = EventType.of(event);
    if (type.equals(OrderPlaced.TYPE)) {
      return purchases.take(OrderPlaced.parse(event), exits.declared(event));
    }
    if (type.equals(CustomerOptedOut.TYPE)) {
      return optOuts.take(CustomerOptedOut.parse(event));
    }
    if (FeedbackEvents.types().contains(type)) {
      return FeedbackEvents.read(event).map(news::take).orElseGet(this::passOver);
    }
    if (type.equals(CartEmptied.TYPE)) {
      // Programs read only what they have named: without its cart it would end every journey.
      CartEmptied.parse(event);
    }
    return endings.take(exits.declared(event));
  }

  private Disposition passOver() {
    counts.passedOver();
    return Disposition.DONE;
  }
}
