package com.ceap.lambdas.channel;

import com.ceap.model.CustomerLedger.Send;
import java.time.Instant;

/** What a customer's ledger says about one message. */
public sealed interface Decision {
  /** It may go out, once this entry is on the ledger. */
  record Reserve(Send send) implements Decision {}

  /** It may not go out from here. */
  sealed interface Not extends Decision {}

  /** Somebody may be handing it over just now. */
  record AlreadyReserved(Instant leaseUntil) implements Not {}

  /** Somebody reserved it and never said how it ended: it is never sent again. */
  record LeaseOver() implements Not {}

  /** Some of what it is about, but not all, has ended since it was composed. */
  record Outdated() implements Not {}

  /** It must not go out. */
  record Suppress(SuppressReason reason) implements Not {}
}
