package com.ceap.lambdas.lifecycle;

import com.ceap.model.CandidateKey;
import com.ceap.model.CustomerLedger.Exit;
import com.ceap.model.LedgerEntry;
import java.time.Instant;
import java.util.List;

/**
 * The exits that one event makes for one customer.
 *
 * @param event the event's detail-type
 * @param exits none where no program has declared the event
 */
record CustomerExits(String customerId, String event, Instant at, List<Exit> exits) {
  CustomerExits {
    exits = List.copyOf(exits);
  }

  /** Whether they end a candidate's journey, which began at {@code since}. */
  boolean cover(CandidateKey key, Instant since) {
    return exits.stream().anyMatch(exit -> exit.covers(key, since));
  }

  List<LedgerEntry> entries() {
    return exits.stream().<LedgerEntry>map(LedgerEntry.Exited::new).toList();
  }

  /** Says nothing about the person. */
  @Override
  public String toString() {
    return "CustomerExits[" + event + ", " + exits.size() + "]";
  }
}
