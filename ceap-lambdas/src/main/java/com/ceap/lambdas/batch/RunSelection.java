package com.ceap.lambdas.batch;

import com.ceap.model.ScoredCandidate;
import java.util.function.Predicate;

/**
 * Which scored candidates of a run are stored.
 *
 * @param kept how many, where a program selects; 0 where it does not
 */
public record RunSelection(Predicate<ScoredCandidate> keeps, long kept) {
  static RunSelection everything() {
    return new RunSelection(candidate -> true, 0);
  }

  /** Of these, the ones that may be stored besides. */
  RunSelection and(Predicate<ScoredCandidate> others) {
    return new RunSelection(keeps.and(others), kept);
  }
}
