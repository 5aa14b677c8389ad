package com.ceap.channels.spi;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An e-mail.
 *
 * @param to one address, without a name
 * @param html the HTML part, complete
 * @param text the plain part
 * @param headers further headers, such as List-Unsubscribe; no name or value holds a line break
 */
public record EmailMessage(
    String messageId,
    String customerId,
    String programId,
    String to,
    String subject,
    String html,
    String text,
    Map<String, String> headers)
    implements OutgoingMessage {
  public EmailMessage {
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    headers.forEach(EmailMessage::requireOneLine);
    requireOneLine("Subject", subject);
    requireOneLine("To", to);
  }

  private static void requireOneLine(String name, String value) {
    if (breaksLine(name) || breaksLine(value)) {
      throw new IllegalArgumentException("header " + name.strip() + " must not hold a line break");
    }
  }

  private static boolean breaksLine(String text) {
    return text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0;
  }

  /** Says nothing about the person. */
  @Override
  public String toString() {
    return "EmailMessage[" + messageId + "]";
  }
}
