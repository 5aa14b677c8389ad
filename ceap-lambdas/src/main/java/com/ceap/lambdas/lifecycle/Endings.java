package com.ceap.lambdas.lifecycle;

import com.ceap.lambdas.queue.Disposition;
import com.ceap.model.CustomerLedger;
import com.ceap.model.LedgerEntry;
import com.ceap.storage.LedgerChange;
import com.ceap.storage.Outcome;
import com.ceap.storage.StoredCandidate;
import com.ceap.storage.Stores;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Ends journeys without a purchase: on the ledger, then on their candidates. Thread-safe. */
record Endings(Stores stores, EventClock clock, LifecycleCounts counts) {
  /** Takes an event that programs have declared to end their journeys. */
  Disposition take(CustomerExits exits) {
    if (!exits.exits().isEmpty()) {
      clock.requireHappened(exits.event(), exits.at());
      end(exits, List.of());
    } else if (exits.untold().isEmpty()) {
      counts.passedOver();
    }
    return exits.disposition();
  }

  /**
   * Ends journeys.
   *
   * @param besides what the ledger takes in at the same moment
   */
  void end(CustomerExits exits, List<LedgerEntry> besides) {
    List<LedgerEntry> entries = Stream.concat(besides.stream(), exits.entries().stream()).toList();
    CustomerLedger ledger =
        stores.ledgers().update(exits.customerId(), l -> new LedgerChange<>(l, entries));
    if (ledger.forgot(exits.at())) {
      counts.forgotten();
    } else if (!exits.exits().isEmpty()) {
      List<StoredCandidate> candidates =
          stores.candidates().findConsistently(exits.customerId()).candidates();
      new CustomerJourneys(candidates, List.of())
          .endedBy(exits)
          .forEach(journey -> mark(journey, exits.at()));
    }
  }

  /** Records that a journey has ended, unless more became of its candidate. */
  void mark(EndedJourney journey, Instant at) {
    Instant expires = Retention.until(journey.expires());
    if (stores.outcomes().record(journey.key(), Outcome.EXITED, at, expires)) {
      counts.exited(journey.key());
    }
  }
}
