package com.ceap.lambdas.channel;

import com.ceap.model.CandidateKey;
import com.ceap.model.CustomerLedger;
import java.time.Instant;
import java.util.Optional;

/**
 * One of the candidates that a message is about.
 *
 * @param since when its journey began
 * @param endsWithPurchase whether buying the subject ends it, where no event needs to say so
 */
record Topic(CandidateKey key, Instant since, boolean endsWithPurchase) {
  /** What has ended it, where something has. */
  Optional<SuppressReason> end(CustomerLedger ledger) {
    if (ledger.exit(key, since).isPresent()) {
      return Optional.of(SuppressReason.EXITED);
    }
    return endsWithPurchase && ledger.purchasedSince(key.subject(), since).isPresent()
        ? Optional.of(SuppressReason.PURCHASED)
        : Optional.empty();
  }
}
