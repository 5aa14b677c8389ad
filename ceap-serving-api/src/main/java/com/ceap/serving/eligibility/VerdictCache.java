package com.ceap.serving.eligibility;

import com.ceap.model.CandidateKey;
import com.ceap.storage.StoredCandidate;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Verdicts of this function, by candidate as it was stored. For a short while a verdict holds; for
 * a day it stands in when a new one cannot be had. Thread-safe.
 */
final class VerdictCache {
  private static final int MOST = 100_000;
  private static final Duration KEPT = Duration.ofDays(1);

  /** A candidate that is decided anew is another one. */
  private record Key(CandidateKey candidate, Instant storedAt) {
    static Key of(StoredCandidate stored) {
      return new Key(stored.decision().key(), stored.storedAt());
    }
  }

  private record Given(Verdict verdict, Instant at) {}

  private final Cache<Key, Given> given;
  private final Duration life;
  private final InstantSource clock;

  VerdictCache(Duration life, InstantSource clock) {
    this.life = life;
    this.clock = clock;
    this.given =
        Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(KEPT)
            .ticker(() -> clock.millis() * 1_000_000)
            .executor(Runnable::run)
            .build();
  }

  /** The verdict, while it holds. */
  Optional<Verdict> holding(StoredCandidate stored) {
    Instant oldest = clock.instant().minus(life);
    return last(stored).filter(g -> g.at().isAfter(oldest)).map(Given::verdict);
  }

  /** The last verdict, however old. */
  Optional<Verdict> standIn(StoredCandidate stored) {
    return last(stored).map(Given::verdict);
  }

  private Optional<Given> last(StoredCandidate stored) {
    return Optional.ofNullable(given.getIfPresent(Key.of(stored)));
  }

  void put(StoredCandidate stored, Verdict verdict) {
    given.put(Key.of(stored), new Given(verdict, clock.instant()));
  }
}
