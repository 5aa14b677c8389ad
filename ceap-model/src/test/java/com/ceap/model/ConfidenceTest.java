package com.ceap.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfidenceTest {
  @ParameterizedTest
  @CsvSource({
    "0, HIGH",
    "0.25, HIGH",
    "0.3, MEDIUM",
    "0.4, MEDIUM",
    "0.41, LOW",
    "0.5, LOW",
    "0.59, LOW",
    "0.6, MEDIUM",
    "0.74, MEDIUM",
    "0.75, HIGH",
    "0.78, HIGH",
    "1, HIGH"
  })
  void aModelIsAsSureAsTheLikelierOutcomeIsLikely(double probability, Confidence confidence) {
    assertThat(Confidence.ofProbability(probability)).isEqualTo(confidence);
  }
}
