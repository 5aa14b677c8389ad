package com.ceap.runtime.metrics;

import java.util.List;

/**
 * One value of a metric.
 *
 * @param values of the metric's dimensions, in their order
 */
public record Measurement(Metric metric, List<String> values, double value) {
  public Measurement {
    values = List.copyOf(values);
    if (values.size() != metric.dimensions().size()) {
      throw new IllegalArgumentException(
          "metric %s is told apart by %s, was given %s"
              .formatted(metric.label(), metric.dimensions(), values));
    }
  }
}
