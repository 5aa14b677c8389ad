package com.ceap.storage;

import java.time.Instant;
import java.util.stream.Stream;

/** When something was reported, first and last: whatever order the reports came in. */
public record Span(Instant first, Instant last) {
  public Span {
    if (last.isBefore(first)) {
      throw new IllegalArgumentException("a span's end " + last + " is before its " + first);
    }
  }

  Stream<Instant> times() {
    return Stream.of(first, last);
  }
}
