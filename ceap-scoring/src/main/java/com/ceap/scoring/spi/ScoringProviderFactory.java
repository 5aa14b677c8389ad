package com.ceap.scoring.spi;

import com.ceap.model.program.ExtensionFactory;
import com.ceap.model.program.ModelSpec;

/**
 * Makes the providers of one endpoint scheme, such as {@code sagemaker} in {@code sagemaker://x}.
 */
public interface ScoringProviderFactory<C> extends ExtensionFactory<C> {
  ScoringProvider create(ModelSpec model, C config, ScoringEnvironment environment);
}
