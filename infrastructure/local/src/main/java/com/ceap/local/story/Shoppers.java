package com.ceap.local.story;

import com.ceap.local.sample.AbandonedCart;
import com.ceap.model.program.Marketplaces;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalInt;

/**
 * How customers of the sample shop go on. Whether one buys depends on what the customer is like,
 * which no feature tells, on whether a message came, and on its offer; the rates come out of that.
 */
record Shoppers(long seed) {
  private static final double UNPROMPTED = -4.2;
  private static final double PROMPTED = -2.4;
  private static final double EACH_FURTHER_TOUCH = 0.4;
  private static final double OFFER = 1.2;
  private static final double OPTS_OUT = 0.01;
  private static final double EMPTIES = 0.02;

  /** What a customer does without a message. */
  Answer unprompted(StoryCart cart, int moment) {
    StoryDraws draws = new StoryDraws(seed, cart.number(), moment);
    return answer(cart, draws, UNPROMPTED, OptionalInt.empty());
  }

  /**
   * What a customer does after a message.
   *
   * @param percent the offer, where it makes one
   */
  Answer to(StoryCart cart, int touch, OptionalInt percent) {
    StoryDraws draws = new StoryDraws(seed, cart.number(), touch);
    double offer = OFFER * cart.cart().discountResponse() * percent.orElse(0) / 10;
    return answer(cart, draws, PROMPTED - EACH_FURTHER_TOUCH * (touch - 1) + offer, percent);
  }

  private static Answer answer(StoryCart cart, StoryDraws draws, double base, OptionalInt percent) {
    if (draws.chance(OPTS_OUT)) {
      return new Answer.OptsOut();
    }
    if (draws.chance(EMPTIES)) {
      return new Answer.Empties();
    }
    double logOdds = base + 0.6 * cart.cart().leaning();
    return draws.chance(1 / (1 + StrictMath.exp(-logOdds)))
        ? new Answer.Buys(price(cart.cart(), percent))
        : new Answer.Waits();
  }

  /** With as many decimals as the currency has. */
  private static BigDecimal price(AbandonedCart cart, OptionalInt percent) {
    int decimals =
        Marketplaces.find(cart.marketplace())
            .map(marketplace -> marketplace.currency().getDefaultFractionDigits())
            .orElse(2);
    return cart.value()
        .multiply(BigDecimal.valueOf(100 - percent.orElse(0)))
        .divide(BigDecimal.valueOf(100), Math.max(0, decimals), RoundingMode.HALF_UP);
  }
}
