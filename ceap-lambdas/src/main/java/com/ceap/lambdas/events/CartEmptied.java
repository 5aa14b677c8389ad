package com.ceap.lambdas.events;

import com.ceap.model.error.CeapException;
import java.time.Instant;

/** A customer has emptied a cart. */
public record CartEmptied(String customerId, String cartId, Instant at) {
  public static final EventType TYPE = new EventType("ecommerce.cart", "CartEmptied");

  /**
   * Reads the event.
   *
   * @throws CeapException EVENT_INVALID with every field that is wrong
   */
  public static CartEmptied parse(EventEnvelope event) {
    EventProblems problems = new EventProblems();
    EventFields detail = new EventFields("detail.", event.detail(), problems);
    CartEmptied emptied =
        new CartEmptied(
            detail.id("customerId"),
            detail.id("cartId"),
            detail.findTime("timestamp").orElse(event.time()));
    problems.throwIfAny(TYPE.detailType());
    return emptied;
  }

  /** Says nothing about the person. */
  @Override
  public String toString() {
    return "CartEmptied[" + at + "]";
  }
}
