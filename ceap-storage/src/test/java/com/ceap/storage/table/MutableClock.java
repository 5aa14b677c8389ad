package com.ceap.storage.table;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that tests move. */
public final class MutableClock implements InstantSource {

  private volatile Instant now = Instant.parse("2026-11-20T02:00:00Z");

  @Override
  public Instant instant() {
    return now;
  }

  public void advance(Duration duration) {
    now = now.plus(duration);
  }
}
