package com.ceap.scoring.example;

import com.ceap.model.program.Key;

/** What a program says about a model of scheme {@code saturation}. */
public record SaturationConfig(
    @Key(value = "The value of the feature that scores 0.5, above 0.", defaultYaml = "5")
        double half) {
  public SaturationConfig {
    if (!(half > 0)) {
      throw new IllegalArgumentException("half must be above 0, was " + half);
    }
  }
}
