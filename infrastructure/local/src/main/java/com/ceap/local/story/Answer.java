package com.ceap.local.story;

import java.math.BigDecimal;

/** What a customer does at a moment of the story. */
sealed interface Answer {
  /** Buys the cart, for what it costs then. */
  record Buys(BigDecimal paid) implements Answer {}

  /** Empties the cart. */
  record Empties() implements Answer {}

  /** Wants to hear nothing any more. */
  record OptsOut() implements Answer {}

  /** Does nothing. */
  record Waits() implements Answer {}
}
