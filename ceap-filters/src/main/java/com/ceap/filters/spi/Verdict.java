package com.ceap.filters.spi;

import java.util.List;

/** What a {@link Check} says of one candidate. */
public sealed interface Verdict {
  /** Passes as it is; {@link #pass()} gives it. */
  enum Pass implements Verdict {
    UNCHANGED
  }

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

  /** Whether the candidate passes as it is. */
  default boolean unchanged() {
    return this instanceof Pass;
  }

  static Verdict pass() {
    return Pass.UNCHANGED;
  }

  static Verdict reject(String reasonCode, String sentence) {
    return new Reject(reasonCode, sentence);
  }
}
