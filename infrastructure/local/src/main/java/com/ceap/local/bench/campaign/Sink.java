package com.ceap.local.bench.campaign;

import com.ceap.channels.spi.ChannelAdapter;
import com.ceap.channels.spi.EmailMessage;
import com.ceap.channels.spi.Handover;
import com.ceap.channels.spi.OutgoingMessage;
import java.util.concurrent.atomic.LongAdder;

/** Takes every message in place of a provider, and counts what it is given. Thread-safe. */
final class Sink implements ChannelAdapter {
  private final LongAdder bytes = new LongAdder();

  @Override
  public String type() {
    return "email";
  }

  /** As many as a bulk call to the provider takes. */
  @Override
  public int together() {
    return 50;
  }

  @Override
  public Handover send(OutgoingMessage message) {
    EmailMessage mail = (EmailMessage) message;
    bytes.add(mail.html().length() + mail.text().length());
    return new Handover.Accepted(mail.messageId());
  }

  long bytes() {
    return bytes.sum();
  }
}
