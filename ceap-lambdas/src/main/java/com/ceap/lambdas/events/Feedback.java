package com.ceap.lambdas.events;

import java.time.Instant;
import java.util.Optional;

/**
 * What a provider or an app says of a message after it was handed over.
 *
 * @param channelType such as {@code email}
 * @param detail the provider's own word for it, where it has one
 */
public record Feedback(
    String customerId,
    String messageId,
    String channelType,
    FeedbackKind kind,
    Instant at,
    Optional<String> detail) {
  /** Says nothing about the person. */
  @Override
  public String toString() {
    return "Feedback[" + kind + " of " + messageId + "]";
  }
}
