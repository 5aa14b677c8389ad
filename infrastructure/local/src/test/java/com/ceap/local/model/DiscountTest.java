package com.ceap.local.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DiscountTest {
  @Test
  void theSensitiveAndUndecidedGetTheMost() {
    assertThat(Discount.percent(0.5, 1)).isEqualTo(20);
  }

  @Test
  void whoBuysAnywayOrWillNotBuyGetsTheLeast() {
    assertThat(Discount.percent(0.98, 1)).isEqualTo(5);
    assertThat(Discount.percent(0.02, 1)).isEqualTo(5);
  }

  @Test
  void whoDoesNotCareForPricesGetsTheLeast() {
    assertThat(Discount.percent(0.5, 0)).isEqualTo(5);
  }

  @Test
  void moreSensitivityNeverMeansLess() {
    for (double probability = 0; probability <= 1; probability += 0.05) {
      for (double sensitivity = 0; sensitivity < 1; sensitivity += 0.05) {
        assertThat(Discount.percent(probability, sensitivity + 0.05))
            .isGreaterThanOrEqualTo(Discount.percent(probability, sensitivity))
            .isBetween(5, 20);
      }
    }
  }
}
