package com.ceap.runtime.metrics.aws;

import com.ceap.runtime.metrics.Dimension;
import com.ceap.runtime.metrics.Measurement;
import com.ceap.runtime.metrics.Measurements;
import com.ceap.runtime.metrics.Metric;
import com.ceap.runtime.metrics.MetricUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.lambda.powertools.metrics.Metrics;
import software.amazon.lambda.powertools.metrics.model.DimensionSet;

/**
 * Writes measurements to the function's log in the embedded metric format: no call, no permission,
 * and nothing that a frozen function could lose. Thread-safe.
 */
public final class LoggedMeasurements implements Measurements {
  private static final Pattern NOT_TAKEN = Pattern.compile("[^!-~]+");
  private static final int LONGEST = 250;

  private final Metrics metrics;
  private final String environment;

  /**
   * Writes with Powertools.
   *
   * @param environment the value of the dimension of all metrics
   */
  public LoggedMeasurements(Metrics metrics, String environment) {
    this.metrics = metrics;
    this.environment = environment;
  }

  /** What has the same dimensions and values shares a line. */
  @Override
  public void put(List<Measurement> some) {
    some.stream()
        .collect(Collectors.groupingBy(this::dimensions, LinkedHashMap::new, Collectors.toList()))
        .forEach(this::write);
  }

  private Map<String, String> dimensions(Measurement of) {
    Map<String, String> dimensions = new LinkedHashMap<>();
    dimensions.put(Dimension.ENVIRONMENT.label(), environment);
    for (int i = 0; i < of.values().size(); i++) {
      dimensions.put(of.metric().dimensions().get(i).label(), taken(of.values().get(i)));
    }
    return dimensions;
  }

  /** CloudWatch takes 1 to 1,024 characters of ASCII, Powertools none that are blank. */
  private static String taken(String value) {
    String plain = NOT_TAKEN.matcher(value).replaceAll("_");
    return plain.isEmpty() ? "none" : plain.substring(0, Math.min(LONGEST, plain.length()));
  }

  private void write(Map<String, String> dimensions, List<Measurement> some) {
    metrics.flushMetrics(
        line -> {
          line.setNamespace(Metric.NAMESPACE);
          line.setDefaultDimensions(DimensionSet.of(dimensions));
          some.forEach(one -> line.addMetric(one.metric().label(), one.value(), unit(one)));
        });
  }

  private static software.amazon.lambda.powertools.metrics.model.MetricUnit unit(Measurement of) {
    return switch (of.metric().unit()) {
      case MetricUnit.COUNT -> software.amazon.lambda.powertools.metrics.model.MetricUnit.COUNT;
      case MetricUnit.MILLISECONDS ->
          software.amazon.lambda.powertools.metrics.model.MetricUnit.MILLISECONDS;
    };
  }
}
