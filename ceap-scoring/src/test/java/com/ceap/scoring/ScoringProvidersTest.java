package com.ceap.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.model.program.ExtensionRegistry;
import com.ceap.scoring.builtin.LogisticConfig;
import com.ceap.scoring.builtin.LogisticScoringProvider;
import com.ceap.scoring.builtin.SageMakerConfig;
import com.ceap.scoring.spi.ScoringEnvironment;
import com.ceap.scoring.spi.ScoringProvider;
import com.ceap.scoring.spi.ScoringProviderFactory;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScoringProvidersTest {
  private final ExtensionRegistry<ScoringProviderFactory<?>> registry =
      ExtensionRegistry.load(ScoringProviderFactory.class);
  private final ScoringProvider hosted = rows -> List.of();
  private final ScoringProviders providers =
      new ScoringProviders(
          registry,
          new ScoringEnvironment(
              name -> {
                assertThat(name).isEqualTo("purchase-intent-v5");
                return hosted;
              }));

  @Test
  void theBuiltInSchemesAreFoundOnTheClassPath() {
    assertThat(registry.types()).containsExactly("logistic", "sagemaker");
  }

  @Test
  void aSageMakerModelIsTheEndpointOfThePlaceWhereThePlatformRuns() {
    assertThat(
            providers.provider(
                Samples.spec("sagemaker", "purchase-intent-v5", Map.of(), new SageMakerConfig())))
        .isSameAs(hosted);
  }

  @Test
  void aLogisticModelNeedsNoEndpoint() {
    LogisticConfig config = new LogisticConfig(0, Map.of(), List.of());

    assertThat(providers.provider(Samples.spec("logistic", "m", Map.of(), config)))
        .isInstanceOf(LogisticScoringProvider.class);
  }

  @Test
  void anUnknownSchemeIsNamedWithTheKnownOnes() {
    assertThatThrownBy(() -> providers.provider(Samples.spec("oracle", "m", Map.of(), Map.of())))
        .isInstanceOfSatisfying(
            CeapException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.PROGRAM_INVALID))
        .hasMessage(
            "model 'm': endpoint 'oracle://m' has the unknown scheme 'oracle'; known are [logistic,"
                + " sagemaker]");
  }

  @Test
  void theShapesNameTheirKeys() {
    assertThat(registry.find("logistic").orElseThrow().shape().keys())
        .extracting("name")
        .containsExactly("intercept", "weights", "discounts");
    assertThat(registry.find("sagemaker").orElseThrow().shape().keys()).isEmpty();
  }
}
