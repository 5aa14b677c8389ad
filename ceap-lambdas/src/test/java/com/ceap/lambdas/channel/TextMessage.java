package com.ceap.lambdas.channel;

import com.ceap.channels.spi.OutgoingMessage;

/** A message without an appearance. */
record TextMessage(String messageId, String customerId, String programId)
    implements OutgoingMessage {}
