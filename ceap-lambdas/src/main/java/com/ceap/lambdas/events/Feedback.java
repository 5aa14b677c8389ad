package com.ceap.lambdas.events;

import java.time.Instant;
import java.util.Optional;

/**
 * What a provider or an app says of a message after it was handed over.
 *
 * @param channelType such as {@code email}
 * @param detail the provider's own word for it, where it has one
 * @param reader of a message that was opened or clicked, where the provider says it
 */
public record Feedback(
    String customerId,
    String messageId,
    String channelType,
    FeedbackKind kind,
    Instant at,
    Optional<String> detail,
    Optional<Reader> reader) {
  /** Feedback that says nothing of a reader. */
  public Feedback(
      String customerId,
      String messageId,
      String channelType,
      FeedbackKind kind,
      Instant at,
      Optional<String> detail) {
    this(customerId, messageId, channelType, kind, at, detail, Optional.empty());
  }

  /** The same, with who opened or clicked. */
  Feedback by(Optional<Reader> someone) {
    return new Feedback(customerId, messageId, channelType, kind, at, detail, someone);
  }

  /** Says nothing about the person. */
  @Override
  public String toString() {
    return "Feedback[" + kind + " of " + messageId + "]";
  }
}
