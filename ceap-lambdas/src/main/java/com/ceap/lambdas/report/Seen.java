package com.ceap.lambdas.report;

import com.ceap.model.CandidateKey;
import com.ceap.storage.Engagement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;

/** What one customer did with one candidate in one channel on one day (UTC). For one thread. */
final class Seen {
  /**
   * Which candidate, where and when.
   *
   * @param channel empty where nobody has said
   */
  record On(LocalDate day, CandidateKey candidate, String channel) {}

  private final Map<Engagement.Type, Integer> times = new EnumMap<>(Engagement.Type.class);
  private Instant first = Instant.MAX;

  void add(Engagement.Type type, Instant at) {
    times.merge(type, 1, Integer::sum);
    first = at.isBefore(first) ? at : first;
  }

  long impressions() {
    return times.getOrDefault(Engagement.Type.IMPRESSION, 0);
  }

  boolean has(Engagement.Type type) {
    return times.containsKey(type);
  }

  /** When it began. */
  Instant first() {
    return first;
  }
}
