package com.ceap.local.workflow;

import com.ceap.channels.spi.ChannelAdapter;
import com.ceap.channels.spi.Handover;
import com.ceap.channels.spi.OutgoingMessage;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes every e-mail, and remembers whose it was. */
final class MailCart implements ChannelAdapter {
  /** The ids of messages, in the order in which they came. */
  final List<String> taken = new CopyOnWriteArrayList<>();

  @Override
  public String type() {
    return "email";
  }

  @Override
  public Handover send(OutgoingMessage message) {
    taken.add(message.messageId());
    return new Handover.Accepted(message.messageId());
  }
}
