package com.ceap.lambdas.channel;

import com.ceap.channels.spi.OutgoingMessage;
import com.ceap.storage.ReadLedger;

/**
 * A message that nothing is against so far, composed.
 *
 * @param place among those that are delivered together
 * @param read the ledger that has nothing against it
 */
record ReadyMessage(int place, MessagePlan plan, OutgoingMessage message, ReadLedger read) {}
