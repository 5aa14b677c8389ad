package com.ceap.model;

import java.util.List;
import java.util.OptionalInt;

/**
 * A candidate that passed every filter, with what the models said.
 *
 * @param features what the models were given, by feature name
 * @param scores one for each model of the program, in its order
 * @param score the combination of them, 0 to 1
 * @param discountPercent the discount recommended for this customer, 0 to 100
 */
public record ScoredCandidate(
    Candidate candidate,
    Attributes features,
    List<Score> scores,
    double score,
    OptionalInt discountPercent) {
  public ScoredCandidate {
    scores = List.copyOf(scores);
    Require.unitInterval(score, "combined score");
  }

  public CandidateKey key() {
    return candidate.key();
  }
}
