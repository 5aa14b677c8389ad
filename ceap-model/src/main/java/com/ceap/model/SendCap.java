package com.ceap.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * At most so many messages to a customer within a rolling window that ends now. A message exactly
 * as old as the window no longer counts.
 *
 * @param programs whose messages count; empty for every program's
 * @param channels ids or types of the channels whose messages count; empty for every channel's
 * @param max at least 1
 */
public record SendCap(Set<String> programs, Set<String> channels, int max, Duration window) {
  public SendCap {
    programs = Set.copyOf(programs);
    channels = Set.copyOf(channels);
    if (max < 1 || !window.isPositive()) {
      throw new IllegalArgumentException(
          "a cap needs a maximum of at least 1 and a positive window, was "
              + max
              + " in "
              + window);
    }
  }

  /** Whether a message of that program and channel takes a unit of this cap. */
  public boolean counts(String programId, String channel, String channelType) {
    return (programs.isEmpty() || programs.contains(programId))
        && (channels.isEmpty() || channels.contains(channel) || channels.contains(channelType));
  }

  /** How many units are taken. */
  public int taken(CustomerLedger ledger, Instant now) {
    Instant since = now.minus(window);
    int taken = 0;
    for (CustomerLedger.Send send : ledger.sends()) {
      if (!send.released()
          && send.at().isAfter(since)
          && counts(send.programId(), send.channel(), send.channelType())) {
        taken++;
      }
    }
    return taken;
  }
}
