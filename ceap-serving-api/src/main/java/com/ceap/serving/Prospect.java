package com.ceap.serving;

import com.ceap.model.CandidateKey;
import com.ceap.model.CustomerLedger;
import com.ceap.storage.CustomerCandidates;
import com.ceap.storage.Outcome;
import com.ceap.storage.StoredCandidate;
import java.util.List;
import java.util.Optional;

/**
 * A candidate that might be shown, with all that may speak against it.
 *
 * @param outcome what became of it, where something did
 */
public record Prospect(StoredCandidate stored, CustomerLedger ledger, Optional<Outcome> outcome) {
  /** All of a customer's candidates. */
  static List<Prospect> of(CustomerCandidates customer) {
    return customer.candidates().stream()
        .map(stored -> new Prospect(stored, customer.ledger(), outcome(customer, stored)))
        .toList();
  }

  private static Optional<Outcome> outcome(CustomerCandidates customer, StoredCandidate stored) {
    return Optional.ofNullable(customer.outcomes().get(stored.decision().key()));
  }

  CandidateKey key() {
    return stored.decision().key();
  }
}
