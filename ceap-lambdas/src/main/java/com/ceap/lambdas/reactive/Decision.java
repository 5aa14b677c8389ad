package com.ceap.lambdas.reactive;

import com.ceap.model.Candidate;
import com.ceap.model.Rejection;
import com.ceap.model.Score;
import com.ceap.model.ScoredCandidate;
import java.util.List;

/** What was decided about an event's candidate. */
public sealed interface Decision {
  /**
   * It is stored, and its journey begins.
   *
   * @param scores for the score cache
   */
  record Passed(ScoredCandidate candidate, List<Score> scores) implements Decision {}

  /** It is turned away. */
  record Rejected(Candidate candidate, Rejection rejection) implements Decision {}
}
