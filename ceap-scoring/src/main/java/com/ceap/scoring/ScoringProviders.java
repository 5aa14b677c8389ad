package com.ceap.scoring;

import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.model.program.ExtensionRegistry;
import com.ceap.model.program.ModelSpec;
import com.ceap.scoring.spi.ScoringEnvironment;
import com.ceap.scoring.spi.ScoringProvider;
import com.ceap.scoring.spi.ScoringProviderFactory;

/** Makes the provider of a model from the scheme of its endpoint. Thread-safe. */
public final class ScoringProviders {
  private final ExtensionRegistry<ScoringProviderFactory<?>> factories;
  private final ScoringEnvironment environment;

  public ScoringProviders(
      ExtensionRegistry<ScoringProviderFactory<?>> factories, ScoringEnvironment environment) {
    this.factories = factories;
    this.environment = environment;
  }

  /**
   * A new provider for a model.
   *
   * @throws CeapException PROGRAM_INVALID for an unknown scheme or a configuration that does not
   *     fit the model; MODEL_MISSING where the endpoint is known not to exist
   */
  public ScoringProvider provider(ModelSpec model) {
    ScoringProviderFactory<?> factory =
        factories.find(model.type()).orElseThrow(() -> unknownScheme(model));
    return create(factory, model);
  }

  private <C> ScoringProvider create(ScoringProviderFactory<C> factory, ModelSpec model) {
    @SuppressWarnings("unchecked") // read with this factory's shape when the program was loaded
    C config = (C) model.config();
    return factory.create(model, config, environment);
  }

  private CeapException unknownScheme(ModelSpec model) {
    return new CeapException(
        ErrorCode.PROGRAM_INVALID,
        "model '%s': endpoint '%s' has the unknown scheme '%s'; known are %s"
            .formatted(model.modelId(), model.endpoint(), model.type(), factories.types()));
  }
}
