package com.ceap.filters.builtin;

import com.ceap.filters.spi.Verdict;
import com.ceap.model.Candidate;
import com.ceap.model.CustomerLedger;
import java.time.Instant;
import java.util.Optional;

/**
 * Turns away what the customer bought already, as the row or the ledger says.
 *
 * @param since purchases of the ledger before it no longer count
 */
record PurchaseCheck(Instant since) {
  private static final Verdict ROW =
      Verdict.reject("ALREADY_PURCHASED", "purchase_status is purchased");

  Verdict verdict(Candidate candidate, CustomerLedger ledger) {
    Optional<String> status = candidate.attributes().text("purchase_status");
    if (status.isPresent() && status.get().equalsIgnoreCase("purchased")) {
      return ROW;
    }
    Optional<Instant> bought = ledger.purchasedSince(candidate.subject(), since);
    return bought.isEmpty()
        ? Verdict.pass()
        : Verdict.reject(
            "ALREADY_PURCHASED",
            "the " + candidate.subject().type() + " was bought at " + bought.get());
  }
}
