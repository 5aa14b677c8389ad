package com.ceap.model.port;

import com.ceap.model.CustomerLedger;
import java.util.Map;
import java.util.Set;

/** Consent, purchases and contact history by customer. */
@FunctionalInterface
public interface CustomerLedgers {
  /** One ledger for each id; a customer without entries has the empty one. */
  Map<String, CustomerLedger> ledgers(Set<String> customerIds);
}
