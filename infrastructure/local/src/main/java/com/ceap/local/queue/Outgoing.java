package com.ceap.local.queue;

import java.time.Duration;

/**
 * A message to be sent.
 *
 * @param body JSON
 * @param delay how long it is to stay unseen
 */
public record Outgoing(String queue, String body, Duration delay) {
  public Outgoing {
    if (queue.isBlank() || delay.isNegative()) {
      throw new IllegalArgumentException(
          "a message needs a queue and a delay of zero or more, was '" + queue + "', " + delay);
    }
  }

  public Outgoing(String queue, String body) {
    this(queue, body, Duration.ZERO);
  }

  /** Bodies hold customers' data. */
  @Override
  public String toString() {
    return "Outgoing[" + queue + "]";
  }
}
