package com.ceap.lambdas.lifecycle;

import com.ceap.filters.spi.SubjectProducts;
import com.ceap.model.AttributeTypeException;
import com.ceap.model.Candidate;
import com.ceap.model.CandidateKey;
import com.ceap.storage.SentMessage;
import com.ceap.storage.StoredCandidate;
import java.time.Instant;
import java.util.List;

/**
 * A journey that an event ends.
 *
 * @param since when it began, as far as that is still known
 * @param living whether its candidate is; messages are remembered for longer
 * @param products what it was about; empty where that is unknown
 * @param expires when its candidate does
 */
record EndedJourney(
    CandidateKey key, Instant since, boolean living, List<String> products, Instant expires) {
  EndedJourney {
    products = List.copyOf(products);
  }

  static EndedJourney of(StoredCandidate stored) {
    Candidate candidate = stored.decision().candidate();
    return new EndedJourney(
        candidate.key(), candidate.eventTime(), true, products(candidate), stored.expires());
  }

  /** Of a candidate that is gone. */
  static EndedJourney of(SentMessage sent) {
    CandidateKey key = sent.message().candidate();
    return new EndedJourney(key, sent.at(), false, List.of(), sent.at());
  }

  /** Items that nobody can read say nothing of what a purchase belongs to. */
  private static List<String> products(Candidate candidate) {
    try {
      return SubjectProducts.of(candidate);
    } catch (AttributeTypeException _) {
      return List.of();
    }
  }

  /** Says nothing about the person. */
  @Override
  public String toString() {
    return "EndedJourney[" + key.programId() + "]";
  }
}
