package com.ceap.local.story;

import com.ceap.local.sample.AbandonedCart;
import java.time.Instant;

/**
 * A cart of the story.
 *
 * @param number from 0; it also decides how the customer goes on
 * @param at when it was left
 * @param kind how its event comes in
 */
record StoryCart(long number, String cartId, AbandonedCart cart, Instant at, Kind kind) {
  /** How an event comes in. */
  enum Kind {
    /** Once and whole. */
    PLAIN,
    /** Two times: its publisher was not sure. */
    TWICE,
    /** Of somebody who has no account. */
    GUEST,
    /** With an item that has no price. */
    BROKEN,
    /** After its candidate's life is over. */
    LATE
  }

  String customerId() {
    return kind == Kind.GUEST ? "G" + cartId : cart.customerId();
  }
}
