package com.ceap.lambdas.lifecycle;

import com.ceap.lambdas.events.EventType;
import com.ceap.lambdas.queue.Disposition;
import com.ceap.model.Consent;
import com.ceap.model.LedgerEntry;
import java.time.Instant;
import java.util.List;

/** Opt-outs and their withdrawals. Thread-safe. */
record OptOuts(JourneyExits exits, Endings endings, EventClock clock, LifecycleCounts counts) {
  /**
   * Takes what a customer has said. An opt-out of the future holds from now on: whatever its
   * publisher's clock says, the customer has asked to be left alone.
   *
   * @param said when the customer said so
   * @throws com.ceap.model.error.CeapException EVENT_FROM_FUTURE for the withdrawal of an opt-out
   */
  Disposition take(EventType type, Consent consent, Instant said) {
    if (!consent.optedOut()) {
      clock.requireHappened(type.detailType(), said);
    }
    Instant now = clock.now();
    Instant at = said.isAfter(now) ? now : said;
    CustomerExits ended = exits.of(type, consent, at);
    endings.end(ended, List.of(new LedgerEntry.Consented(consent, at)));
    counts.consented(consent.optedOut());
    return ended.disposition();
  }
}
