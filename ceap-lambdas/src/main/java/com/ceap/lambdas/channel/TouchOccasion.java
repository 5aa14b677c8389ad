package com.ceap.lambdas.channel;

import com.ceap.channels.spi.Composition;
import com.ceap.lambdas.journey.Touch;
import com.ceap.model.Customer;
import com.ceap.model.DueTouch;
import com.ceap.model.Identifiers;
import com.ceap.model.Product;
import com.ceap.model.port.DeliveryScheduler;
import com.ceap.storage.DeliveryState;
import com.ceap.storage.Outcome;
import com.ceap.storage.PlannedMessage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A touch of a journey that is due, with what its program says.
 *
 * @param successor the touch after it
 * @param early whether its candidate may still be on the way to the store
 */
record TouchOccasion(
    DueTouch due, Touch touch, Optional<Touch> successor, ChannelTerms terms, boolean early)
    implements Occasion {
  @Override
  public PlannedMessage planned() {
    return new PlannedMessage(messageId(), List.of(due.key()), terms.toDevices());
  }

  private String messageId() {
    return Identifiers.touchMessage(due.key(), terms.channelId(), touch.number());
  }

  @Override
  public Matter matter(DeliveryState state, Supplier<Map<String, Product>> products) {
    List<Topic> topics = List.of(new Topic(due.key(), due.eventTime(), false));
    return state
        .candidate(due.key())
        .<Matter>map(stored -> new Matter.Something(topics, List.of(stored)))
        .orElseGet(
            () ->
                early
                    ? new Matter.NotStored(topics)
                    : new Matter.Nothing(topics, SuppressReason.CANDIDATE_GONE));
  }

  @Override
  public MessagePlan plan(List<Topic> topics) {
    return new MessagePlan(messageId(), topics, terms, touch.number(), due.programVersion());
  }

  /** The next touch comes, whatever becomes of this one. */
  @Override
  public void begin(DeliveryScheduler scheduler) {
    successor.ifPresent(
        next ->
            scheduler.schedule(
                new DueTouch(due.key(), next.number(), due.eventTime(), due.programVersion(), 0),
                next.channel().type(),
                due.eventTime().plus(next.delay())));
  }

  @Override
  public Optional<SuppressReason> against(DeliveryState state) {
    boolean converted =
        touch.onlyIfNotConverted()
            && state.outcome(due.key()).filter(Outcome.CONVERTED::equals).isPresent();
    return converted ? Optional.of(SuppressReason.CONVERTED) : Optional.empty();
  }

  /** Once the delay is over, and at the channel's time of day there. */
  @Override
  public Instant time(Optional<Customer> customer) {
    Instant over = due.eventTime().plus(touch.delay());
    return touch.sendTime().next(over, customer, due.key().marketplace()).at();
  }

  @Override
  public DeliveryResult defer(DeliveryScheduler scheduler, Instant now, Instant until) {
    scheduler.schedule(due.deferred(), terms.channelType(), until);
    return new DeliveryResult.Deferred();
  }

  /** Its queue brings it again, and at last to the dead letters. */
  @Override
  public Composition uncomposed(RuntimeException defect) {
    throw defect;
  }
}
