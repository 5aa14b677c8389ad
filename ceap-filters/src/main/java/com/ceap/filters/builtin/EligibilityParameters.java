package com.ceap.filters.builtin;

import com.ceap.model.program.Key;
import java.util.List;
import java.util.Optional;

/** What the filter {@code eligibility} may be told. */
public record EligibilityParameters(
    @Key(
            value =
                "Whether a subject the customer bought is turned away; false for programs about"
                    + " purchases, such as review requests.",
            defaultYaml = "true")
        boolean excludePurchased,
    @Key(
            value = "How many days back a purchase counts, at least 1; unless given, all time.",
            min = 1)
        Optional<Integer> purchaseWindowDays,
    @Key(
            value = "Categories that are turned away; upper and lower case are the same.",
            defaultYaml = "[]")
        List<String> restrictedCategories,
    @Key(value = "Ids of products that are turned away.", defaultYaml = "[]")
        List<String> restrictedProducts) {
  public EligibilityParameters {
    restrictedCategories = List.copyOf(restrictedCategories);
    restrictedProducts = List.copyOf(restrictedProducts);
    purchaseWindowDays.ifPresent(EligibilityParameters::atLeastOne);
    if (!excludePurchased && purchaseWindowDays.isPresent()) {
      throw new IllegalArgumentException(
          "purchaseWindowDays has no meaning where excludePurchased is false; remove one of them");
    }
  }

  private static void atLeastOne(int days) {
    if (days < 1) {
      throw new IllegalArgumentException("purchaseWindowDays must be at least 1, was " + days);
    }
  }
}
