package com.ceap.lambdas.channel;

import com.ceap.model.CustomerLedger;
import com.ceap.model.CustomerLedger.Send;
import java.util.List;
import java.util.stream.Stream;

/**
 * A customer's ledger as shadow mode sees it: what the customer wants and what was sent is real;
 * what would have been sent takes its units besides.
 */
final class ShadowView {
  private ShadowView() {}

  static CustomerLedger of(CustomerLedger ledger, CustomerLedger shadow) {
    List<Send> sends = Stream.concat(shadow.sends().stream(), ledger.sends().stream()).toList();
    return new CustomerLedger(
        ledger.customerId(),
        shadow.version(),
        ledger.optOuts(),
        ledger.suppressions(),
        ledger.exits(),
        ledger.purchases(),
        sends);
  }
}
