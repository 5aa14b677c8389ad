package com.ceap.scoring.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.ceap.model.Attributes;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.model.program.FeatureSource;
import com.ceap.scoring.Samples;
import com.ceap.scoring.spi.ModelAnswer;
import com.ceap.scoring.spi.ScoringEnvironment;
import com.ceap.scoring.spi.ScoringProvider;
import com.ceap.scoring.spi.ScoringProviderContract;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LogisticScoringProviderTest implements ScoringProviderContract {
  private static final ScoringEnvironment NOWHERE =
      new ScoringEnvironment(
          name -> {
            throw new AssertionError("a logistic model needs no endpoint");
          });

  @Override
  public ScoringProvider provider() {
    return provider(
        new LogisticConfig(-1, Map.of("x", 2.0, "y", 0.5), List.of()), required("x", "y"));
  }

  @Test
  void theScoreIsTheLogisticFunctionOfTheWeightedSum() {
    double expected = 1 / (1 + Math.exp(-(-1 + 2 * 0.25 + 0.5)));

    assertThat(one(provider(), Map.of("x", 0.25, "y", true)).score())
        .isCloseTo(expected, within(1e-15));
  }

  @Test
  void flagsAndWholeNumbersAreNumbersAndExtremesStayInRange() {
    ScoringProvider model =
        provider(new LogisticConfig(0, Map.of("n", 1.0), List.of()), required("n"));

    assertThat(one(model, Map.of("n", 0L)).score()).isEqualTo(0.5);
    assertThat(one(model, Map.of("n", false)).score()).isEqualTo(0.5);
    assertThat(one(model, Map.of("n", 100_000L)).score()).isEqualTo(1);
    assertThat(one(model, Map.of("n", -100_000L)).score()).isEqualTo(0);
  }

  @Test
  void featuresAreAddedInTheModelsOrderWhateverTheRowsOrderIs() {
    Map<String, Double> weights = Map.of("big", 1.0, "minus", -1.0, "small", 1.0);
    ScoringProvider model =
        provider(new LogisticConfig(0, weights, List.of()), required("big", "minus", "small"));
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("small", 1e-3);
    row.put("minus", 1e16);
    row.put("big", 1e16);

    assertThat(one(model, row).score()).isEqualTo(1 / (1 + Math.exp(-1e-3)));
  }

  @Test
  void theFirstLimitAboveTheScoreGivesTheDiscount() {
    LogisticConfig config =
        new LogisticConfig(
            0, Map.of("n", 1.0), List.of(new DiscountStep(0.3, 20), new DiscountStep(0.6, 10)));
    ScoringProvider model = provider(config, required("n"));

    assertThat(one(model, Map.of("n", -2)).discountPercent()).hasValue(20);
    assertThat(one(model, Map.of("n", 0)).discountPercent()).hasValue(10);
    assertThat(one(model, Map.of("n", 2)).discountPercent()).isEmpty();
  }

  @Test
  void textIsTheRowsFault() {
    assertThatThrownBy(() -> one(provider(), Map.of("x", "many", "y", true)))
        .isInstanceOfSatisfying(
            CeapException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.RECORD_INVALID))
        .hasMessage("feature 'x' should be a finite number or a flag but is a String");
  }

  @Test
  void weightsAndFeaturesMustMatchAndDefaultsMustBeNumbers() {
    Map<String, FeatureSource> features = required("x");
    features.put("category", new FeatureSource.Row("category", Optional.of("shoes")));

    assertThatThrownBy(
            () ->
                provider(
                    new LogisticConfig(0, Map.of("category", 1.0, "z", 1.0), List.of()), features))
        .isInstanceOfSatisfying(
            CeapException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.PROGRAM_INVALID))
        .hasMessage(
            "model 'm': feature 'x' has no weight; 0 leaves it out; the default of feature"
                + " 'category' is no number and no flag; weight 'z' names no feature; the model's"
                + " are [x, category]");
  }

  @Test
  void limitsMustAscendAndNumbersMustBeFinite() {
    assertThatThrownBy(
            () ->
                new LogisticConfig(
                    0, Map.of(), List.of(new DiscountStep(0.6, 10), new DiscountStep(0.3, 20))))
        .hasMessage("discount limits must ascend, but 0.3 follows 0.6");
    assertThatThrownBy(() -> new LogisticConfig(0, Map.of("x", Double.NaN), List.of()))
        .hasMessage("weight of 'x' must be a finite number, was NaN");
    assertThatThrownBy(() -> new DiscountStep(1.5, 10))
        .hasMessage("discount limit 'below' must lie in 0..1, was 1.5");
    assertThatThrownBy(() -> new DiscountStep(0.5, 110))
        .hasMessage("discount 'percent' must lie in 0..100, was 110");
  }

  private static ModelAnswer one(ScoringProvider model, Map<String, ?> row) {
    return model.score(List.of(Attributes.of(row))).getFirst();
  }

  private static ScoringProvider provider(
      LogisticConfig config, Map<String, FeatureSource> features) {
    return new LogisticScoringProviderFactory()
        .create(Samples.spec("logistic", "m", features, config), config, NOWHERE);
  }

  private static Map<String, FeatureSource> required(String... names) {
    Map<String, FeatureSource> features = new LinkedHashMap<>();
    for (String name : names) {
      features.put(name, new FeatureSource.Row(name, Optional.empty()));
    }
    return features;
  }
}
