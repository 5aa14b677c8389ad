package com.ceap.lambdas.retrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.ceap.lambdas.retrain.InputColumn.Concentration;
import com.ceap.lambdas.retrain.InputColumn.Log;
import com.ceap.lambdas.retrain.InputColumn.Plain;
import com.ceap.model.Attributes;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InputColumnTest {
  private final InputColumn log = new Log("view_count", 5);
  private final InputColumn concentration = new Concentration("category_preferences");

  @Test
  void aFlagCountsZeroOrOne() {
    InputColumn cart = new Plain("add_to_cart");
    assertThat(cart.value(Attributes.of(Map.of("add_to_cart", true)))).isEqualTo(1);
    assertThat(cart.value(Attributes.of(Map.of("add_to_cart", false)))).isZero();
  }

  @Test
  void aTypicalCountIsZero() {
    assertThat(log.value(Attributes.of(Map.of("view_count", 5L)))).isZero();
  }

  @Test
  void concentrationIsTheSumOfSquaredShares() {
    assertThat(concentration.value(preferences(Map.of("Books", 0.5, "Toys", 0.5))))
        .isCloseTo(0.5, within(1e-12));
    assertThat(concentration.value(preferences(Map.of("Books", 3L)))).isEqualTo(1);
    assertThat(concentration.value(preferences(Map.of()))).isZero();
  }

  @Test
  void aMissingFeatureIsNamed() {
    assertThatThrownBy(() -> log.value(Attributes.EMPTY))
        .isInstanceOfSatisfying(
            CeapException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.FEATURE_MISSING))
        .hasMessage("the model needs the feature view_count, the row has none");
  }

  @Test
  void aNegativeCountIsRefused() {
    assertThatThrownBy(() -> log.value(Attributes.of(Map.of("view_count", -1L))))
        .isInstanceOfSatisfying(
            CeapException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.RECORD_INVALID))
        .hasMessage("the feature view_count must be a number of at least 0, was -1.0");
  }

  @Test
  void textInPlaceOfANumberIsRefused() {
    assertThatThrownBy(() -> log.value(Attributes.of(Map.of("view_count", "many"))))
        .isInstanceOfSatisfying(
            CeapException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.RECORD_INVALID))
        .hasMessageContaining("view_count");
  }

  @Test
  void textInPlaceOfWeightsIsRefused() {
    Attributes row = Attributes.of(Map.of("category_preferences", "{}"));
    assertThatThrownBy(() -> concentration.value(row))
        .hasMessage("the feature category_preferences must be a map of weights, was a String");
  }

  private static Attributes preferences(Map<String, ?> weights) {
    return Attributes.of(Map.of("category_preferences", weights));
  }
}
