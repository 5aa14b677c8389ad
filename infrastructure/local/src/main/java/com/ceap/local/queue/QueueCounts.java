package com.ceap.local.queue;

/**
 * What became of everything that was ever sent to a queue.
 *
 * @param sent replayed dead letters included
 */
public record QueueCounts(long sent, long done, long dead) {

  /** What is still to be dealt with, in flight and delayed included. */
  public long waiting() {
    return sent - done - dead;
  }
}
