package com.ceap.lambdas.retrain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

final class TrainingNamesTest {
  private static final Instant SLOT = Instant.parse("2026-11-22T03:00:00Z");

  @Test
  void aNameSaysTheEnvironmentTheModelAndTheMinute() {
    assertThat(name("purchase-intent-v5")).isEqualTo("ceap-dev-purchase-intent-v5-20261122-0300");
  }

  @Test
  void whateverAModelIsCalledItsNamesAreTakenAndTellItApart() {
    String long1 = "a-model-whose-name-is-longer-than-sagemaker-takes-names-1";
    String long2 = "a-model-whose-name-is-longer-than-sagemaker-takes-names-2";
    for (String model : new String[] {long1, long2, "Größe_1", "größe-1", "--", "a..b"}) {
      assertThat(name(model) + "-b").matches("[a-z0-9](-*[a-z0-9]){0,62}");
    }
    assertThat(name(long1)).isNotEqualTo(name(long2));
    assertThat(name("Größe_1")).isNotEqualTo(name("größe-1"));
  }

  private static String name(String model) {
    return new TrainingNames("ceap-dev-", model, SLOT).name();
  }
}
