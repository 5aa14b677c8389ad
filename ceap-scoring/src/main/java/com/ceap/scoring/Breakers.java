package com.ceap.scoring;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;

/**
 * Circuit breakers for models. One call carries up to 2,000 records, so a few failures are already
 * evidence: a breaker opens when at least half of the last ten calls, and at least three, failed.
 */
final class Breakers {
  static final Duration OPEN_FOR = Duration.ofSeconds(30);
  static final int MINIMUM_CALLS = 3;
  private static final int WINDOW = 10;

  private final CircuitBreakerConfig config;

  Breakers(InstantSource time) {
    Clock clock = time.withZone(ZoneOffset.UTC);
    this.config =
        CircuitBreakerConfig.custom()
            .slidingWindow(WINDOW, MINIMUM_CALLS, SlidingWindowType.COUNT_BASED)
            .failureRateThreshold(50)
            .waitDurationInOpenState(OPEN_FOR)
            .permittedNumberOfCallsInHalfOpenState(1)
            .clock(clock)
            .build();
  }

  CircuitBreaker create(String programId, String modelId) {
    return CircuitBreaker.of(programId + "/" + modelId, config);
  }
}
