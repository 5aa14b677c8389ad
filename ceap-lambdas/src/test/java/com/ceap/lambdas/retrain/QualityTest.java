package com.ceap.lambdas.retrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.ceap.lambdas.retrain.Quality.CalibrationBin;
import org.junit.jupiter.api.Test;

class QualityTest {
  private static final boolean[] LABELS = {false, false, true, true};

  @Test
  void scoresThatSeparateTheOutcomesHaveAnAucOfOne() {
    assertThat(Quality.auc(new double[] {0.1, 0.2, 0.3, 0.4}, LABELS)).isEqualTo(1);
    assertThat(Quality.auc(new double[] {0.4, 0.3, 0.2, 0.1}, LABELS)).isZero();
  }

  @Test
  void tiesCountHalf() {
    assertThat(Quality.auc(new double[] {0.5, 0.5, 0.5, 0.5}, LABELS)).isEqualTo(0.5);
    assertThat(Quality.auc(new double[] {0.1, 0.5, 0.5, 0.9}, LABELS)).isEqualTo(0.875);
  }

  @Test
  void theBrierScoreIsTheMeanSquaredError() {
    assertThat(Quality.brier(new double[] {0, 0.5, 0.5, 1}, LABELS)).isEqualTo(0.125);
  }

  @Test
  void theCalibrationErrorIsTheMeanDistanceOfFrequencyAndProbability() {
    Quality quality = Quality.of(new double[] {0.25, 0.25, 0.25, 1}, LABELS);
    assertThat(quality.bins())
        .containsExactly(
            new CalibrationBin(0.2, 0.3, 3, 0.25, 1 / 3.0), new CalibrationBin(0.9, 1, 1, 1, 1));
    assertThat(quality.calibrationError()).isCloseTo(0.75 * (1 / 3.0 - 0.25), within(1e-12));
  }
}
