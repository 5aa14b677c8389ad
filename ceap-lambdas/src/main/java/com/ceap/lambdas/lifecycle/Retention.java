package com.ceap.lambdas.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;

/** How long what became of candidates is kept. */
final class Retention {
  /** Beyond what it is about, so that late events and reports still find it. */
  private static final Duration BEYOND = Duration.ofDays(15);

  private Retention() {}

  /** The end of keeping something that matters until the latest of these times. */
  static Instant until(Instant... times) {
    return Stream.of(times).max(Comparator.naturalOrder()).orElseThrow().plus(BEYOND);
  }
}
