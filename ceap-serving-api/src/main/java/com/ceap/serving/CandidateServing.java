package com.ceap.serving;

import com.ceap.model.Candidate;
import com.ceap.storage.CandidateRepository;
import com.ceap.storage.CustomerCandidates;
import com.ceap.storage.StoredCandidate;
import java.util.Comparator;
import java.util.List;

/** Answers what may be shown to a customer, best first, from one query. Thread-safe. */
public final class CandidateServing {
  /** Score, then recency, then a tie-break that never changes. */
  private static final Comparator<StoredCandidate> RANKING =
      Comparator.comparingDouble((StoredCandidate c) -> c.decision().score())
          .reversed()
          .thenComparing(StoredCandidate::storedAt, Comparator.reverseOrder())
          .thenComparing(c -> c.decision().key().programId())
          .thenComparing(c -> c.decision().key().subject().id())
          .thenComparing(c -> c.decision().key().marketplace());

  private final CandidateRepository candidates;

  public CandidateServing(CandidateRepository candidates) {
    this.candidates = candidates;
  }

  /**
   * The candidates of a customer that are alive, have no outcome, were not bought since, and go out
   * on a channel that the customer has not opted out of.
   */
  public List<StoredCandidate> forCustomer(CustomerQuery query) {
    CustomerCandidates customer = candidates.find(query.customerId());
    return customer.candidates().stream()
        .filter(c -> open(customer, c))
        .filter(c -> matches(query, c))
        .filter(c -> reachable(query, customer, c.decision().candidate()))
        .sorted(RANKING)
        .limit(query.limit())
        .toList();
  }

  /** Neither dismissed, consumed nor converted, and not bought since it was decided. */
  private static boolean open(CustomerCandidates customer, StoredCandidate stored) {
    return !customer.outcomes().containsKey(stored.decision().key())
        && customer
            .ledger()
            .purchasedSince(stored.decision().key().subject(), stored.storedAt())
            .isEmpty();
  }

  private static boolean matches(CustomerQuery query, StoredCandidate stored) {
    var key = stored.decision().key();
    return stored.decision().score() >= query.minScore()
        && query.programId().map(key.programId()::equals).orElse(true)
        && query.marketplace().map(key.marketplace()::equals).orElse(true);
  }

  private static boolean reachable(
      CustomerQuery query, CustomerCandidates customer, Candidate candidate) {
    return candidate.channels().stream()
        .filter(channel -> query.channel().map(channel::equals).orElse(true))
        .anyMatch(channel -> !customer.ledger().optedOut(candidate.key().programId(), channel));
  }
}
