package com.ceap.serving.api;

import com.ceap.model.Candidate;
import com.ceap.model.CandidateKey;
import com.ceap.serving.eligibility.PastActions;
import java.util.Collection;
import java.util.Set;

/** A review service that can be down. */
final class PastActionsStub implements PastActions {
  Set<CandidateKey> settled = Set.of();
  boolean down;
  int calls;

  @Override
  public Set<CandidateKey> settled(Collection<Candidate> candidates) {
    calls++;
    if (down) {
      throw new IllegalStateException("the review service does not answer");
    }
    return settled;
  }
}
