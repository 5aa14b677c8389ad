package com.ceap.model.program;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A scoring model of a program.
 *
 * @param endpoint as the YAML names it, such as {@code sagemaker://purchase-intent-v5}
 * @param type the endpoint's scheme
 * @param target the endpoint behind the scheme
 * @param features every feature in the model's order, each with its source; aliases are resolved
 * @param fallback the score that stands in when neither model nor cache answers, 0 to 1
 * @param config the typed configuration that the scheme's factory reads
 */
public record ModelSpec(
    String modelId,
    String endpoint,
    String type,
    String target,
    Map<String, FeatureSource> features,
    OptionalDouble fallback,
    Object config) {
  public ModelSpec {
    features = Collections.unmodifiableMap(new LinkedHashMap<>(features));
  }
}
