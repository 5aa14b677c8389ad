package com.ceap.channels.aws;

import com.ceap.channels.spi.ChannelAdapter;
import com.ceap.channels.spi.Handover;
import com.ceap.channels.spi.OutgoingMessage;

/** Stands where an environment names no sender for a type of channel. */
record NoAdapter(String type) implements ChannelAdapter {
  @Override
  public Handover send(OutgoingMessage message) {
    throw SenderMissing.of("channels of type '%s'".formatted(type), "senders." + type);
  }
}
