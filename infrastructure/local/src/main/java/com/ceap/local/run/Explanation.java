package com.ceap.local.run;

import com.ceap.model.Rejection;
import com.ceap.model.ScoredCandidate;
import com.ceap.model.Subject;
import java.util.List;
import java.util.Optional;

/**
 * Why a run decided about a customer as it did, from what it recorded.
 *
 * @param filters the chain as the run had it
 */
public record Explanation(
    String programId,
    String executionId,
    String runState,
    List<String> filters,
    List<Decision> decisions) {

  /** How a candidate ended. */
  public enum End {
    REJECTED,
    NOT_SELECTED,
    NOT_STORED,
    STORED,
    REPLACED
  }

  /**
   * What was decided about one subject.
   *
   * @param passed the filters that let it through, in order
   * @param rejection the verdict that ended it
   * @param scored features and scores, where it came so far
   */
  public record Decision(
      Subject subject,
      String marketplace,
      List<String> passed,
      Optional<Rejection> rejection,
      Optional<ScoredCandidate> scored,
      End end) {}
}
