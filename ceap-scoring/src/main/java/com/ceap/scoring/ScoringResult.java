package com.ceap.scoring;

import com.ceap.model.RejectedCandidate;
import com.ceap.model.ScoredCandidate;
import java.util.List;

/**
 * What scoring made of a chunk. Every candidate is in exactly one of the two lists, both in the
 * chunk's order.
 *
 * @param rejected candidates whose features a model needs and nobody has; the rejection's filter id
 *     is {@link #REJECTED_BY}
 * @param models one for each model of the program, in its order
 */
public record ScoringResult(
    List<ScoredCandidate> scored, List<RejectedCandidate> rejected, List<ModelReport> models) {
  /** Stands where a filter's id stands in other rejections. */
  public static final String REJECTED_BY = "score";

  public ScoringResult {
    scored = List.copyOf(scored);
    rejected = List.copyOf(rejected);
    models = List.copyOf(models);
  }
}
