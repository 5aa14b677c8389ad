package com.ceap.lambdas.channel;

import com.ceap.model.CustomerLedger.Send;
import com.ceap.storage.Reservation;

/**
 * A message whose reservation stands, or is to.
 *
 * @param place among those that are sent together
 */
record Reserved(int place, ReadyMessage ready, Send send) {
  MessagePlan plan() {
    return ready.plan();
  }

  Reservation reservation() {
    return new Reservation(ready.read(), send);
  }
}
