package com.ceap.local.queue;

import java.time.Duration;

/**
 * How a queue deals with its messages.
 *
 * @param receives how often a message is taken before it counts as dead
 * @param visibility how long a message that was taken stays unseen by others
 * @param firstRetry the pause before the first retry; each further one is twice as long
 */
public record QueuePolicy(int receives, Duration visibility, Duration firstRetry) {

  /** Retries after 2, 4, 8 and 16 seconds; a stage has two minutes for a batch. */
  public static final QueuePolicy DEFAULT =
      new QueuePolicy(5, Duration.ofMinutes(2), Duration.ofSeconds(2));

  /** The pause after a message has been taken so often. */
  Duration retryAfter(int received) {
    return firstRetry.multipliedBy(1L << Math.min(received - 1, 16));
  }
}
