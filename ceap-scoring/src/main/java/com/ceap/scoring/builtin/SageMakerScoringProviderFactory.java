package com.ceap.scoring.builtin;

import com.ceap.model.program.ConfigShape;
import com.ceap.model.program.ModelSpec;
import com.ceap.scoring.spi.ScoringEnvironment;
import com.ceap.scoring.spi.ScoringProvider;
import com.ceap.scoring.spi.ScoringProviderFactory;

/**
 * {@code sagemaker://name}: the hosted model of that name, on SageMaker where the platform runs on
 * AWS, a trained file of this name where it runs on one machine.
 */
public final class SageMakerScoringProviderFactory
    implements ScoringProviderFactory<SageMakerConfig> {
  @Override
  public String type() {
    return "sagemaker";
  }

  @Override
  public ConfigShape<SageMakerConfig> shape() {
    return ConfigShape.of(SageMakerConfig.class);
  }

  @Override
  public ScoringProvider create(
      ModelSpec model, SageMakerConfig config, ScoringEnvironment environment) {
    return environment.endpoints().endpoint(model.target());
  }
}
