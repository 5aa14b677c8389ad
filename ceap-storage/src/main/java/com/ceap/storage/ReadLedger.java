package com.ceap.storage;

import com.ceap.model.CustomerLedger;

/** A customer's ledger as it was read, with what it takes to write its next version. Immutable. */
public final class ReadLedger {
  private final CustomerLedger ledger;
  private final LedgerItem item;

  ReadLedger(String customerId, LedgerItem item) {
    this.ledger = item.ledger(customerId);
    this.item = item;
  }

  public CustomerLedger ledger() {
    return ledger;
  }

  LedgerItem item() {
    return item;
  }
}
