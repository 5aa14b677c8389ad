package com.ceap.scoring;

import com.ceap.model.Rejection;
import com.ceap.model.error.CeapException;
import com.ceap.model.program.FeatureSource;
import com.ceap.model.program.ModelSpec;

/** The reasons for which scoring turns a candidate away; all concern its features. */
final class Verdicts {
  static final String FEATURE_MISSING = "FEATURE_MISSING";
  static final String FEATURE_INVALID = "FEATURE_INVALID";

  private Verdicts() {}

  static Rejection featureMissing(ModelSpec model, String feature, FeatureSource source) {
    String sentence =
        "model '%s' needs feature '%s', but %s; give the feature a default or the model a fallback"
            .formatted(model.modelId(), feature, lacking(source));
    return new Rejection(ScoringResult.REJECTED_BY, FEATURE_MISSING, sentence);
  }

  static Rejection featureInvalid(ModelSpec model, CeapException problem) {
    String sentence =
        "model '%s' cannot take the features: %s".formatted(model.modelId(), problem.getMessage());
    return new Rejection(ScoringResult.REJECTED_BY, FEATURE_INVALID, sentence);
  }

  private static String lacking(FeatureSource source) {
    return switch (source) {
      case FeatureSource.Row from -> "the row has no '" + from.attribute() + "'";
      case FeatureSource.Amount from ->
          "the row has no '%s', or its currency has no rate to %s under referenceRates"
              .formatted(from.attribute(), from.rates().base());
      case FeatureSource.Store from ->
          "the feature store knows no '" + from.name() + "' of this " + from.entity();
    };
  }
}
