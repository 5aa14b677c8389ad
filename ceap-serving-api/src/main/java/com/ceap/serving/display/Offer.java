package com.ceap.serving.display;

import com.ceap.model.ScoredCandidate;
import java.util.Optional;

/**
 * What a customer gets off the price.
 *
 * @param percent 1 to 100
 * @param code what to enter at the checkout, where there is one
 */
public record Offer(int percent, Optional<String> code) {
  private static final String CODE = "offer_code";

  static Optional<Offer> of(ScoredCandidate decision) {
    int percent = decision.discountPercent().orElse(0);
    return percent == 0
        ? Optional.empty()
        : Optional.of(new Offer(percent, Texts.find(decision.candidate().attributes(), CODE)));
  }
}
