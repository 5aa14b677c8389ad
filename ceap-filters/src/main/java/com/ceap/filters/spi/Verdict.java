package com.ceap.filters.spi;

import java.util.List;

/** What a {@link Check} says of one candidate. */
public sealed interface Verdict {
  /** The candidate passes as it is. */
  Verdict PASS = new Pass();

  /** Passes as it is; use {@link #PASS}. */
  record Pass() implements Verdict {}

  /** Passes, but only on some of its channels; never on none. */
  record PassOn(List<String> channels) implements Verdict {
    public PassOn {
      channels = List.copyOf(channels);
      if (channels.isEmpty()) {
        throw new IllegalArgumentException("a candidate without a channel is to be rejected");
      }
    }
  }

  /**
   * Is turned away.
   *
   * @param sentence for people, with the values that decided, without personal data
   */
  record Reject(String reasonCode, String sentence) implements Verdict {}

  static Verdict reject(String reasonCode, String sentence) {
    return new Reject(reasonCode, sentence);
  }
}
