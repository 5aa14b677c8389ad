package com.ceap.scoring;

import com.ceap.model.Score;
import com.ceap.model.program.DiscountStrategy;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** How large an offer a candidate carries. */
final class Offer {
  private Offer() {}

  /**
   * The first discount that a model recommends, in the program's order. With a strategy: none where
   * it is off, its default where models do not decide or recommend none, never above its maximum.
   */
  static OptionalInt percent(Optional<DiscountStrategy> strategy, List<Score> scores) {
    return strategy.isEmpty() ? recommended(scores) : bounded(strategy.get(), scores);
  }

  private static OptionalInt bounded(DiscountStrategy strategy, List<Score> scores) {
    if (!strategy.enabled()) {
      return OptionalInt.empty();
    }
    int percent =
        strategy.dynamicDiscounting()
            ? recommended(scores).orElse(strategy.defaultDiscount())
            : strategy.defaultDiscount();
    return OptionalInt.of(Math.min(percent, strategy.maxDiscount()));
  }

  private static OptionalInt recommended(List<Score> scores) {
    for (Score score : scores) {
      if (score.discountPercent().isPresent()) {
        return score.discountPercent();
      }
    }
    return OptionalInt.empty();
  }
}
