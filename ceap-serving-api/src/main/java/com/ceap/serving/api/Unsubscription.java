package com.ceap.serving.api;

/** What a signed link of a message lets its bearer end. */
public record Unsubscription(String customerId, String programId, String channel) {
  /** Says nothing about the person. */
  @Override
  public String toString() {
    return "Unsubscription[" + programId + ", " + channel + "]";
  }
}
