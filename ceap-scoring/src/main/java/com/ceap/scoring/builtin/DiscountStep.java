package com.ceap.scoring.builtin;

import com.ceap.model.program.Key;

/** A discount for scores below a limit. */
public record DiscountStep(
    @Key(value = "Scores below this, 0 to 1, get the discount.", min = 0, max = 1) double below,
    @Key(value = "The discount in percent.", min = 0, max = 100) int percent) {
  public DiscountStep {
    if (!(below >= 0 && below <= 1)) {
      throw new IllegalArgumentException("discount limit 'below' must lie in 0..1, was " + below);
    }
    if (percent < 0 || percent > 100) {
      throw new IllegalArgumentException("discount 'percent' must lie in 0..100, was " + percent);
    }
  }
}
