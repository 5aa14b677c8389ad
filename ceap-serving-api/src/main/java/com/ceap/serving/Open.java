package com.ceap.serving;

import com.ceap.model.CandidateKey;
import com.ceap.serving.eligibility.Aged;
import com.ceap.serving.eligibility.Refreshed;
import java.util.List;
import java.util.function.Predicate;

/**
 * A prospect that some channels may carry, as far as is known without checking anew.
 *
 * @param channels in the program's priority
 */
record Open(Prospect prospect, List<String> channels) {
  CandidateKey key() {
    return prospect.key();
  }

  Aged aged() {
    return new Aged(prospect.stored(), prospect.ledger());
  }

  boolean on(Predicate<String> channel) {
    return channels.stream().anyMatch(channel);
  }

  /** What is left of the channels after the check anew. */
  Open after(Refreshed refreshed) {
    return new Open(prospect, refreshed.open(key(), channels));
  }

  Shown shown() {
    return new Shown(prospect.stored(), channels);
  }
}
