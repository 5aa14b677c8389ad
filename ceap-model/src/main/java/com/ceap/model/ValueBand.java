package com.ceap.model;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The bands by which carts are found: what they are worth, in their own currency. */
public final class ValueBand {
  private static final NavigableMap<Double, String> BY_LEAST =
      new TreeMap<>(
          Map.of(
              0.0,
              "0-50",
              50.0,
              "50-100",
              100.0,
              "100-200",
              200.0,
              "200-500",
              500.0,
              "500-1000",
              1000.0,
              "1000+"));

  private ValueBand() {}

  /**
   * The band of a value; one on the border belongs to the upper band, a negative one to the lowest.
   */
  public static String of(double value) {
    return BY_LEAST.floorEntry(Math.max(0, value)).getValue();
  }
}
