package com.ceap.lambdas.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RateTest {
  /** The worked examples of Newcombe's papers. */
  @Test
  void theIntervalsAreThoseOfTheLiterature() {
    Rate rate = new Rate(81, 263);
    assertThat(rate.low(Rate.Z_95)).isCloseTo(0.2553, within(0.0001));
    assertThat(rate.high(Rate.Z_95)).isCloseTo(0.3662, within(0.0001));

    Rate one = new Rate(56, 70);
    Rate other = new Rate(48, 80);
    assertThat(one.exceeds(other, Rate.Z_95)).isCloseTo(0.0524, within(0.0001));
    assertThat(one.exceedsAtMost(other, Rate.Z_95)).isCloseTo(0.3339, within(0.0001));
  }

  @Test
  void nothingIsKnownOfNoTriesAndLittleOfFew() {
    assertThat(new Rate(0, 0).low(Rate.Z_95)).isZero();
    assertThat(new Rate(0, 0).high(Rate.Z_95)).isEqualTo(1);
    assertThat(new Rate(1, 2).exceeds(new Rate(0, 2), Rate.Z_95)).isNegative();
    assertThat(new Rate(0, 10).high(Rate.Z_95)).isCloseTo(0.2775, within(0.0001));
  }

  @Test
  void theMoreIsComparedTheMoreEvidenceItTakes() {
    assertThat(Rate.forEachOf(1)).isCloseTo(1.96, within(0.001));
    assertThat(Rate.forEachOf(10)).isCloseTo(2.807, within(0.001));
    assertThatThrownBy(() -> new Rate(3, 2)).hasMessage("3 hits of 2 tries");
  }
}
