package com.ceap.local.engine;

import java.time.Instant;
import java.util.Optional;

/** Work that is due at certain times, beside the queues. Thread-safe. */
public interface Recurring {
  /** None. */
  Recurring NOTHING =
      new Recurring() {
        @Override
        public boolean due(Instant now) {
          return false;
        }

        @Override
        public boolean outstanding(Instant now) {
          return false;
        }

        @Override
        public void work(Instant now) {}

        @Override
        public Optional<Instant> nextAfter(Instant now) {
          return Optional.empty();
        }
      };

  /** Whether something is to be begun. */
  boolean due(Instant now);

  /** Whether something is due, or is being worked on by any process. */
  boolean outstanding(Instant now);

  /** Does what is due; by one thread at a time. */
  void work(Instant now);

  /** When something comes due next. */
  Optional<Instant> nextAfter(Instant now);
}
