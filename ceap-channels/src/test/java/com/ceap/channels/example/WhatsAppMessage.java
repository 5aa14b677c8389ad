package com.ceap.channels.example;

import com.ceap.channels.spi.OutgoingMessage;

/** A text for WhatsApp. */
record WhatsAppMessage(
    String messageId, String customerId, String programId, String to, String text)
    implements OutgoingMessage {
  /** Says nothing about the person. */
  @Override
  public String toString() {
    return "WhatsAppMessage[" + messageId + "]";
  }
}
