package com.ceap.local.bench.load;

import java.time.Duration;

/**
 * When requests are to begin: at a constant rate, whatever becomes of them.
 *
 * @param count how many there are
 */
public record Arrivals(double perSecond, long count) {
  public Arrivals {
    if (!(perSecond > 0) || count < 1) {
      throw new IllegalArgumentException(
          "arrivals need a rate above 0 and at least one request, not %s a second and %d"
              .formatted(perSecond, count));
    }
  }

  /** As many as arrive in this time, one at least. */
  public static Arrivals lasting(Duration time, double perSecond) {
    return new Arrivals(perSecond, Math.max(1, Math.round(perSecond * time.toNanos() / 1e9)));
  }

  /** When a request is to begin, in nanoseconds after the first. */
  public long nanosOf(long index) {
    return Math.round(index * 1e9 / perSecond);
  }
}
