package com.ceap.local.story;

import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of one touch of the journeys.
 *
 * @param number its place, from 1
 * @param delay after which it is due
 * @param sent messages that went out
 * @param suppressed messages that were turned away, by reason
 * @param failed messages that were not taken, or of which nobody knows
 * @param sales that are counted for it
 */
public record TouchFigures(
    int number,
    String channel,
    Duration delay,
    long sent,
    SortedMap<String, Long> suppressed,
    long failed,
    Sales sales) {
  public TouchFigures {
    suppressed = new TreeMap<>(suppressed);
  }

  /** All messages of the touch. */
  public long messages() {
    return sent + failed + EventFigures.sum(suppressed);
  }
}
