package com.ceap.channels.spi;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a message carries through its provider, so that feedback finds the message and the
 * customer's ledger. The customer is in base64url: SES takes only letters, digits, {@code _} and
 * {@code -} in the value of a tag.
 */
public final class MessageTags {
  public static final String MESSAGE_ID = "messageId";
  public static final String PROGRAM = "program";
  public static final String CUSTOMER = "customer";

  private MessageTags() {}

  /** A message's tags by name, always in the same order. */
  public static Map<String, String> of(OutgoingMessage message) {
    Map<String, String> tags = new LinkedHashMap<>();
    tags.put(MESSAGE_ID, message.messageId());
    tags.put(PROGRAM, message.programId());
    tags.put(CUSTOMER, encode(message.customerId()));
    return tags;
  }

  private static String encode(String customerId) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(customerId.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The customer that the tag {@link #CUSTOMER} stands for.
   *
   * @throws IllegalArgumentException where it is none of ours
   */
  public static String customerId(String tag) {
    try {
      return new String(Base64.getUrlDecoder().decode(tag), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "the tag '%s' of a message must be base64url".formatted(CUSTOMER), e);
    }
  }
}
