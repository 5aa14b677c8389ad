package com.ceap.local.bench;

import java.util.stream.DoubleStream;

/** The middle and the ends of some measurements. */
public record Spread(double median, double least, double greatest) {
  /**
   * Of some measurements, in any order.
   *
   * @throws IllegalArgumentException where there are none
   */
  public static Spread of(DoubleStream values) {
    double[] sorted = values.sorted().toArray();
    if (sorted.length == 0) {
      throw new IllegalArgumentException("nothing was measured");
    }
    int middle = sorted.length / 2;
    double median =
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    return new Spread(median, sorted[0], sorted[sorted.length - 1]);
  }
}
