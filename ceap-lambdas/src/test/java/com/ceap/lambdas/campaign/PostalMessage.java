package com.ceap.lambdas.campaign;

import com.ceap.channels.spi.OutgoingMessage;
import java.util.List;

/** A message of which only what it is about can be seen. */
record PostalMessage(String messageId, String customerId, String programId, List<String> subjects)
    implements OutgoingMessage {}
