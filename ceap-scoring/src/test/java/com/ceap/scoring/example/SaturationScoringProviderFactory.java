package com.ceap.scoring.example;

import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.model.program.ConfigShape;
import com.ceap.model.program.ModelSpec;
import com.ceap.scoring.spi.ScoringEnvironment;
import com.ceap.scoring.spi.ScoringProvider;
import com.ceap.scoring.spi.ScoringProviderFactory;

/** Scheme {@code saturation}: {@code endpoint: "saturation://anything"}. */
public final class SaturationScoringProviderFactory
    implements ScoringProviderFactory<SaturationConfig> {
  @Override
  public String type() {
    return "saturation";
  }

  @Override
  public ConfigShape<SaturationConfig> shape() {
    return ConfigShape.of(SaturationConfig.class);
  }

  @Override
  public ScoringProvider create(
      ModelSpec model, SaturationConfig config, ScoringEnvironment environment) {
    if (model.features().size() != 1) {
      throw new CeapException(
          ErrorCode.PROGRAM_INVALID,
          "model '%s': saturation takes one feature, was %s"
              .formatted(model.modelId(), model.features().keySet()));
    }
    String feature = model.features().keySet().iterator().next();
    return new SaturationScoringProvider(feature, config.half());
  }
}
