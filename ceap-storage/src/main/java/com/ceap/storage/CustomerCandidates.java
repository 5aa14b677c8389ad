package com.ceap.storage;

import com.ceap.model.CandidateKey;
import com.ceap.model.CustomerLedger;
import java.util.List;
import java.util.Map;

/**
 * All that serving needs to know of one customer, from one query.
 *
 * @param candidates the living ones, best score first
 * @param outcomes by candidate, where there is one
 * @param conversions by candidate, the orders of those that are converted
 */
public record CustomerCandidates(
    CustomerLedger ledger,
    List<StoredCandidate> candidates,
    Map<CandidateKey, Outcome> outcomes,
    Map<CandidateKey, Conversion> conversions) {
  public CustomerCandidates {
    candidates = List.copyOf(candidates);
    outcomes = Map.copyOf(outcomes);
    conversions = Map.copyOf(conversions);
  }
}
