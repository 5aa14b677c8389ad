package com.ceap.serving.api;

import java.util.Optional;

/**
 * What a signed link of a message lets its bearer end.
 *
 * @param messageId the message whose link it is, where it says so
 */
public record Unsubscription(
    String customerId, String programId, String channel, Optional<String> messageId) {
  /** One that does not say whose link it is. */
  public Unsubscription(String customerId, String programId, String channel) {
    this(customerId, programId, channel, Optional.empty());
  }

  /** Says nothing about the person. */
  @Override
  public String toString() {
    return "Unsubscription[" + programId + ", " + channel + "]";
  }
}
