package com.ceap.local.queue;

import com.ceap.model.error.ErrorCode;
import java.time.Instant;

/**
 * What could not be dealt with, and why.
 *
 * @param queue where it was; {@link DeadLetters#BUS} for what the bus itself refused
 * @param reason a sentence without personal data
 * @param sentAt when it was sent or put
 * @param diedAt when it was given up
 * @param receives how often it was taken
 * @param body as it was sent; only its beginning where {@code cut}
 */
public record DeadLetter(
    String id,
    String queue,
    ErrorCode code,
    String reason,
    Instant sentAt,
    Instant diedAt,
    int receives,
    String body,
    boolean cut) {

  /** Bodies hold customers' data. */
  @Override
  public String toString() {
    return "DeadLetter[" + id + ", " + queue + ", " + code + "]";
  }
}
