package com.ceap.lambdas.lifecycle;

import com.ceap.lambdas.queue.Disposition;
import com.ceap.model.CandidateKey;
import com.ceap.model.CustomerLedger.Exit;
import com.ceap.model.LedgerEntry;
import com.ceap.model.error.CeapException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The exits that one event makes for one customer.
 *
 * @param event the event's detail-type
 * @param exits none where no program has declared the event
 * @param untold why a program that may have declared it, too, cannot be asked
 */
record CustomerExits(
    String customerId, String event, Instant at, List<Exit> exits, Optional<CeapException> untold) {
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

  /** What becomes of the event: one that a program has not been asked about comes again. */
  Disposition disposition() {
    return untold.map(Disposition::failed).orElse(Disposition.DONE);
  }

  /** Says nothing about the person. */
  @Override
  public String toString() {
    return "CustomerExits[" + event + ", " + exits.size() + "]";
  }
}
