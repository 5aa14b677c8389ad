package com.ceap.scoring.spi;

import com.ceap.model.Confidence;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A model's answer for one row.
 *
 * @param score 0 to 1
 * @param discountPercent the discount that the model recommends, 0 to 100
 * @param confidence how sure the model is, where it says so
 */
public record ModelAnswer(
    double score, OptionalInt discountPercent, Optional<Confidence> confidence) {
  /** The answer of a model that does not say how sure it is. */
  public ModelAnswer(double score, OptionalInt discountPercent) {
    this(score, discountPercent, Optional.empty());
  }

  public ModelAnswer {
    if (!(score >= 0 && score <= 1)) {
      throw new IllegalArgumentException("a score must lie in 0..1, was " + score);
    }
    if (discountPercent.isPresent() && !percent(discountPercent.getAsInt())) {
      throw new IllegalArgumentException(
          "a discount must lie in 0..100 percent, was " + discountPercent.getAsInt());
    }
  }

  private static boolean percent(int value) {
    return value >= 0 && value <= 100;
  }
}
