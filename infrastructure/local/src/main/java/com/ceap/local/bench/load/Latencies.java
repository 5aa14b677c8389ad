package com.ceap.local.bench.load;

import org.HdrHistogram.Histogram;

/**
 * How long requests took, in microseconds.
 *
 * @param p99 that of a hundred is slower
 */
public record Latencies(long requests, double p50, double p99, double p999, double max) {
  private static final double MICROS = 1e3;

  /** Those of a histogram of nanoseconds. */
  public static Latencies of(Histogram nanos) {
    return new Latencies(
        nanos.getTotalCount(),
        nanos.getValueAtPercentile(50) / MICROS,
        nanos.getValueAtPercentile(99) / MICROS,
        nanos.getValueAtPercentile(99.9) / MICROS,
        nanos.getMaxValue() / MICROS);
  }
}
