package com.ceap.model.program;

import java.util.Optional;

/** Where a model's feature comes from. */
public sealed interface FeatureSource {
  /** The value that stands in where the source has none; a feature without one is required. */
  Optional<Object> defaultValue();

  /** An attribute of the candidate itself. */
  record Row(String attribute, Optional<Object> defaultValue) implements FeatureSource {}

  /** An amount of money of the candidate itself, in the currency that the model takes. */
  record Amount(String attribute, ReferenceRates rates, Optional<Object> defaultValue)
      implements FeatureSource {}

  /**
   * A feature that the feature store keeps.
   *
   * @param entity {@code customer} or the subject's type
   */
  record Store(String entity, String name, Optional<Object> defaultValue)
      implements FeatureSource {}
}
