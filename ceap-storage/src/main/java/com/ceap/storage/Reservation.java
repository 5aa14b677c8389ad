package com.ceap.storage;

import com.ceap.model.CustomerLedger.Send;

/**
 * A message that is to be put on its customer's ledger.
 *
 * @param ledger on which it was decided
 */
public record Reservation(ReadLedger ledger, Send send) {}
