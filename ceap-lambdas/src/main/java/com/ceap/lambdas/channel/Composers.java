package com.ceap.lambdas.channel;

import com.ceap.channels.spi.MessageComposer;
import com.ceap.model.program.ChannelSpec;
import com.ceap.model.program.Program;

/** Makes the messages of each program and channel. Thread-safe. */
@FunctionalInterface
public interface Composers {
  /**
   * What makes the messages of a channel.
   *
   * @param program as it holds for the customer's marketplace
   * @throws com.ceap.model.error.CeapException TEMPLATE_INVALID
   */
  MessageComposer of(Program program, ChannelSpec channel);
}
