package com.ceap.lambdas.store;

import com.ceap.model.ScoredCandidate;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Customers who were erased lately. What a run has read of them from before then is not stored: a
 * warehouse may know of them for longer.
 *
 * @param at when, by customer
 */
record ErasedCustomers(Map<String, Instant> at) {
  ErasedCustomers {
    at = Map.copyOf(at);
  }

  /** Whether a decision rests on what was erased. */
  boolean forgot(ScoredCandidate decision) {
    return Optional.ofNullable(at.get(decision.key().customerId()))
        .filter(erased -> !decision.candidate().eventTime().isAfter(erased))
        .isPresent();
  }
}
