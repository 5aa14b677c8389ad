package com.ceap.storage;

import com.ceap.model.CandidateKey;
import com.ceap.model.Customer;
import com.ceap.model.CustomerLedger;
import com.ceap.model.Message;
import com.ceap.storage.ControlRepository.Pauses;
import java.util.Map;
import java.util.Optional;

/**
 * All that the store knows of one message that is due, of one moment.
 *
 * @param candidates what it would be about, as far as it was stored and has not expired
 * @param outcomes what became of the candidates
 * @param read the ledger, as old as its message's record or older
 * @param message its record, where it was dealt with before
 */
public record DeliveryState(
    Map<CandidateKey, StoredCandidate> candidates,
    Map<CandidateKey, Outcome> outcomes,
    ReadLedger read,
    Optional<Message> message,
    Optional<Customer> customer,
    Pauses pauses) {
  public DeliveryState {
    candidates = Map.copyOf(candidates);
    outcomes = Map.copyOf(outcomes);
  }

  public CustomerLedger ledger() {
    return read.ledger();
  }

  public Optional<StoredCandidate> candidate(CandidateKey key) {
    return Optional.ofNullable(candidates.get(key));
  }

  public Optional<Outcome> outcome(CandidateKey key) {
    return Optional.ofNullable(outcomes.get(key));
  }
}
