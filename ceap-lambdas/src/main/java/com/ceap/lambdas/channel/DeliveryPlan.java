package com.ceap.lambdas.channel;

import com.ceap.lambdas.journey.Touch;
import com.ceap.model.Customer;
import com.ceap.model.DueTouch;
import com.ceap.model.Identifiers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A due touch with what its program says.
 *
 * @param successor the touch after it
 */
record DeliveryPlan(DueTouch due, Touch touch, Optional<Touch> successor, ChannelTerms terms) {
  MessagePlan message() {
    return new MessagePlan(
        Identifiers.touchMessage(due.key(), terms.channelId(), touch.number()),
        List.of(new Topic(due.key(), due.eventTime(), false)),
        terms,
        touch.number(),
        due.programVersion());
  }

  /** When it should go out: once the delay is over, and at the channel's time of day there. */
  Instant time(Optional<Customer> customer) {
    Instant over = due.eventTime().plus(touch.delay());
    return touch.sendTime().next(over, customer, due.key().marketplace()).at();
  }

  /** After this moment it goes out no more. */
  Instant deadline(Optional<Customer> customer) {
    return time(customer).plus(terms.rules().lateness());
  }
}
