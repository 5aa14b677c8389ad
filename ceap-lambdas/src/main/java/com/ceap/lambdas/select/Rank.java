package com.ceap.lambdas.select;

import com.ceap.model.CandidateKey;
import com.ceap.model.ScoredCandidate;
import java.util.Comparator;

/**
 * A candidate's place: higher scores first, equal ones by customer, subject and marketplace, so
 * that no two candidates share a place and the cut does not depend on the order of the chunks.
 */
record Rank(double score, CandidateKey key) implements Comparable<Rank> {
  private static final Comparator<Rank> ORDER =
      Comparator.comparingDouble(Rank::score)
          .reversed()
          .thenComparing(rank -> rank.key().customerId())
          .thenComparing(rank -> rank.key().subject().id())
          .thenComparing(rank -> rank.key().marketplace());

  static Rank of(ScoredCandidate candidate) {
    return new Rank(candidate.score(), candidate.key());
  }

  @Override
  public int compareTo(Rank other) {
    return ORDER.compare(this, other);
  }
}
