package com.ceap.scoring;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands until it is moved. */
final class MovableTime implements InstantSource {
  private volatile Instant now = Instant.parse("2026-11-20T02:50:00Z");

  @Override
  public Instant instant() {
    return now;
  }

  void move(Duration by) {
    now = now.plus(by);
  }
}
