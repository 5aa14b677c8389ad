package com.ceap.lambdas.channel;

import com.ceap.model.Customer;
import com.ceap.model.program.Marketplace;
import com.ceap.model.program.Marketplaces;
import com.ceap.storage.RateLimit;
import com.ceap.storage.RateLimit.Turn;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** What is asked of every message before it is composed and sent, besides the ledger. */
record DeliveryChecks(RateLimit rates) {
  static Optional<SuppressReason> late(Instant deadline, Instant now) {
    return now.isAfter(deadline) ? Optional.of(SuppressReason.TOO_LATE) : Optional.empty();
  }

  static Optional<SuppressReason> customer(Optional<Customer> customer) {
    if (customer.isEmpty()) {
      return Optional.of(SuppressReason.CUSTOMER_UNKNOWN);
    }
    return customer.get().status() == Customer.Status.ACTIVE
        ? Optional.empty()
        : Optional.of(SuppressReason.CUSTOMER_INACTIVE);
  }

  /** The first moment from now on that is in no quiet hours. */
  static Instant awake(ChannelTerms terms, String marketplace, Customer customer, Instant now) {
    ZoneId zone =
        customer
            .timeZone()
            .or(() -> Marketplaces.find(marketplace).map(Marketplace::zone))
            .orElse(ZoneOffset.UTC);
    return terms.rules().quietHours().map(quiet -> quiet.next(now, zone)).orElse(now);
  }

  /** Asks whether the program may send one more message just now. */
  Turn turn(ChannelTerms terms, int perSecond) {
    return rates.acquire(terms.program().programId(), perSecond);
  }
}
