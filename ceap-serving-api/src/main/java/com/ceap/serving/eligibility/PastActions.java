package com.ceap.serving.eligibility;

import com.ceap.model.Candidate;
import com.ceap.model.CandidateKey;
import java.util.Collection;
import java.util.Set;

/**
 * What customers did elsewhere that settles a candidate: a review that is written, a survey that is
 * filled in. Purchases need no such service, the ledger has them. Thread-safe; whatever it throws
 * degrades the answer.
 */
@FunctionalInterface
public interface PastActions {
  /** Of these candidates those that are settled. */
  Set<CandidateKey> settled(Collection<Candidate> candidates);

  /** For programs whose subjects are settled by purchases alone. */
  PastActions NONE = _ -> Set.of();
}
