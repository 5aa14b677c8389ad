package com.ceap.channels.local;

import com.ceap.channels.spi.ChannelAdapter;
import com.ceap.channels.spi.Handover;
import com.ceap.channels.spi.OutgoingMessage;
import java.io.IOException;
import java.time.InstantSource;

/** Hands messages of a type to the outbox, in place of a provider. Thread-safe. */
public record OutboxAdapter(String type, Outbox outbox, InstantSource clock)
    implements ChannelAdapter {
  /** The id of a message is its id here too; handed over again, it is the same one. */
  @Override
  public Handover send(OutgoingMessage message) {
    try {
      outbox.write(type, message, clock.instant());
      return new Handover.Accepted(message.messageId());
    } catch (IOException e) {
      return new Handover.Unclear("the outbox cannot be written: " + e.getMessage());
    }
  }
}
