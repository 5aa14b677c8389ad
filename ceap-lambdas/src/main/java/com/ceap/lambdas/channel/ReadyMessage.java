package com.ceap.lambdas.channel;

import com.ceap.channels.spi.OutgoingMessage;

/** A message that nothing is against so far, composed. */
record ReadyMessage(MessagePlan plan, OutgoingMessage message) {}
