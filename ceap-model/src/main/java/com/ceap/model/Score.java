package com.ceap.model;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One model's answer for one candidate.
 *
 * @param value 0 to 1
 * @param discountPercent the discount that the model recommends, 0 to 100
 * @param confidence how sure the model is, where it says so
 * @param origin whether the model answered now, or what stood in for it
 */
public record Score(
    String modelId,
    double value,
    OptionalInt discountPercent,
    Optional<Confidence> confidence,
    Origin origin,
    Instant scoredAt) {

  /** Where a score came from. */
  public enum Origin {
    MODEL,
    CACHE,
    FALLBACK
  }

  /** The score of a model that does not say how sure it is. */
  public Score(
      String modelId, double value, OptionalInt discountPercent, Origin origin, Instant scoredAt) {
    this(modelId, value, discountPercent, Optional.empty(), origin, scoredAt);
  }

  public Score {
    Require.text(modelId, "model id");
    Require.unitInterval(value, "score of model " + modelId);
    discountPercent.ifPresent(percent -> Require.percent(percent, "discount"));
  }
}
