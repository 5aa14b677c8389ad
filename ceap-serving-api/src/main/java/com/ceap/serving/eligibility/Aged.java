package com.ceap.serving.eligibility;

import com.ceap.model.Candidate;
import com.ceap.model.CandidateKey;
import com.ceap.model.CustomerLedger;
import com.ceap.storage.StoredCandidate;

/** A stored candidate, and its customer's ledger as it is now. */
public record Aged(StoredCandidate stored, CustomerLedger ledger) {
  CandidateKey key() {
    return stored.decision().key();
  }

  Candidate candidate() {
    return stored.decision().candidate();
  }
}
