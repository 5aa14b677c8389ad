package com.ceap.channels.spi;

/**
 * A text message.
 *
 * @param to a number in E.164 form, such as +4930123456
 * @param segments how many parts the network bills, at least 1
 */
public record SmsMessage(
    String messageId, String customerId, String programId, String to, String text, int segments)
    implements OutgoingMessage {
  /** Says nothing about the person. */
  @Override
  public String toString() {
    return "SmsMessage[" + messageId + "]";
  }
}
