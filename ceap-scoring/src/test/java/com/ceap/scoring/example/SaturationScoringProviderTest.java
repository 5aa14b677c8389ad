package com.ceap.scoring.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceap.model.Attributes;
import com.ceap.model.program.ExtensionRegistry;
import com.ceap.model.program.Extensions;
import com.ceap.model.program.FeatureSource;
import com.ceap.model.program.LoadResult;
import com.ceap.model.program.ProgramLoader;
import com.ceap.scoring.Samples;
import com.ceap.scoring.spi.ModelAnswer;
import com.ceap.scoring.spi.ScoringEnvironment;
import com.ceap.scoring.spi.ScoringProvider;
import com.ceap.scoring.spi.ScoringProviderContract;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SaturationScoringProviderTest implements ScoringProviderContract {
  private static final FeatureSource ROW = new FeatureSource.Row("x", Optional.empty());

  @Override
  public ScoringProvider provider() {
    return provider(new SaturationConfig(5), Map.of("x", ROW));
  }

  @Test
  void theHalfScoresOneHalf() {
    List<ModelAnswer> answers = provider().score(List.of(Attributes.of(Map.of("x", 5L))));

    assertThat(answers).extracting(ModelAnswer::score).containsExactly(0.5);
  }

  @Test
  void aModelOfTwoFeaturesIsRefused() {
    Map<String, FeatureSource> features = Map.of("x", ROW, "y", ROW);

    assertThatThrownBy(() -> provider(new SaturationConfig(5), features))
        .hasMessageStartingWith("model 'm': saturation takes one feature, was [");
  }

  @Test
  void theHalfMustBeAboveZero() {
    assertThatThrownBy(() -> new SaturationConfig(0)).hasMessage("half must be above 0, was 0.0");
  }

  @Test
  void aProgramNamesItByTheSchemeOfItsEndpoint() throws IOException {
    byte[] yaml = getClass().getResourceAsStream("saturation.yaml").readAllBytes();
    Extensions extensions =
        new Extensions(
            ExtensionRegistry.of(List.of()),
            ExtensionRegistry.of(List.of()),
            ExtensionRegistry.of(List.of(new SaturationScoringProviderFactory())),
            ExtensionRegistry.of(List.of()));

    assertThat(new ProgramLoader(extensions).load("saturation.yaml", yaml))
        .isInstanceOfSatisfying(
            LoadResult.Loaded.class,
            loaded ->
                assertThat(loaded.program().scoringModels().getFirst().config())
                    .isEqualTo(new SaturationConfig(10)));
  }

  private static ScoringProvider provider(
      SaturationConfig config, Map<String, FeatureSource> features) {
    ScoringEnvironment nowhere =
        new ScoringEnvironment(
            name -> {
              throw new AssertionError("saturation needs no endpoint, asked for " + name);
            });
    return new SaturationScoringProviderFactory()
        .create(Samples.spec("saturation", "m", features, config), config, nowhere);
  }
}
