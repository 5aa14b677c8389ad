package com.ceap.local.sample;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a feature store knows of a customer: noisy observations of the latent traits. */
record CustomerFeatures(
    double priceSensitivity,
    long purchaseHistory,
    Map<String, Double> categoryPreferences,
    double emailEngagement,
    double avgOrderValue,
    double discountSensitivity,
    double cartAbandonmentRate) {

  static CustomerFeatures of(long seed, CustomerTraits traits) {
    Draws draws = new Draws(seed, Draws.Stream.CUSTOMER_FEATURE, traits.index());
    return new CustomerFeatures(
        share(traits.priceSensitivity() + 0.1 * draws.normal()),
        draws.poisson(StrictMath.exp(1.4 + 0.7 * traits.loyalty())),
        preferences(traits, draws),
        share(Draws.sigmoid(-0.4 + 1.2 * traits.attention()) + 0.08 * draws.normal()),
        Math.rint(
                100 * StrictMath.exp(4.2 + 0.4 * draws.normal() - 0.4 * traits.priceSensitivity()))
            / 100,
        share(traits.discountResponse() + 0.1 * draws.normal()),
        share(Draws.sigmoid(0.6 - 0.5 * traits.intent() + 0.4 * draws.normal())));
  }

  /** Weights of at least 0.02, rounded to hundredths; a store drops the long tail. */
  private static Map<String, Double> preferences(CustomerTraits traits, Draws draws) {
    Tastes seen = traits.tastes().observed(draws);
    Map<String, Double> preferences = new LinkedHashMap<>();
    for (Category category : Category.all()) {
      double weight = Math.rint(100 * seen.of(category)) / 100;
      if (weight >= 0.02) {
        preferences.put(category.label(), weight);
      }
    }
    return preferences;
  }

  private static double share(double value) {
    return Math.rint(1000 * Math.clamp(value, 0, 1)) / 1000;
  }
}
