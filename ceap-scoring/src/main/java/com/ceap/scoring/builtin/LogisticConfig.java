package com.ceap.scoring.builtin;

import com.ceap.model.program.Key;
import java.util.List;
import java.util.Map;

/** The numbers of a logistic model. */
public record LogisticConfig(
    @Key(value = "Added to the weighted features.", defaultYaml = "0") double intercept,
    @Key("The weight of each feature of the model, by the feature's name.")
        Map<String, Double> weights,
    @Key(
            value =
                "Discounts for low scores, limits ascending; the first limit above the score counts.",
            defaultYaml = "[]")
        List<DiscountStep> discounts) {
  public LogisticConfig {
    weights = Map.copyOf(weights);
    discounts = List.copyOf(discounts);
    requireFinite("intercept", intercept);
    weights.forEach((feature, weight) -> requireFinite("weight of '" + feature + "'", weight));
    for (int i = 1; i < discounts.size(); i++) {
      requireAscending(discounts.get(i - 1).below(), discounts.get(i).below());
    }
  }

  private static void requireFinite(String what, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(what + " must be a finite number, was " + value);
    }
  }

  private static void requireAscending(double before, double after) {
    if (after <= before) {
      throw new IllegalArgumentException(
          "discount limits must ascend, but %s follows %s".formatted(after, before));
    }
  }
}
