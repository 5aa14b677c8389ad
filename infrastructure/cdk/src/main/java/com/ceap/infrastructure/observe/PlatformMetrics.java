package com.ceap.infrastructure.observe;

import com.ceap.infrastructure.environment.Environment;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.cloudwatch.Metric;

/** The metrics that functions write, and those of AWS's services, as CloudWatch finds them. */
final class PlatformMetrics {
  private final Environment environment;

  PlatformMetrics(Environment environment) {
    this.environment = environment;
  }

  /**
   * One of the platform's own.
   *
   * @param values of its dimensions, in their order
   */
  Metric of(
      com.ceap.runtime.metrics.Metric metric, String statistic, Duration period, String... values) {
    List<String> labels = metric.labels();
    if (values.length != labels.size() - 1) {
      throw new IllegalArgumentException(
          "metric %s is told apart by %s".formatted(metric.label(), metric.dimensions()));
    }
    Map<String, String> dimensions = new TreeMap<>(Map.of(labels.getFirst(), environment.name()));
    for (int i = 0; i < values.length; i++) {
      dimensions.put(labels.get(i + 1), values[i]);
    }
    return service(
        com.ceap.runtime.metrics.Metric.NAMESPACE, metric.label(), statistic, period, dimensions);
  }

  /**
   * All of one metric whose first dimensions have these values, one line for each of the others.
   */
  IMetric all(
      com.ceap.runtime.metrics.Metric metric, String statistic, Duration period, String... values) {
    List<String> labels = metric.labels();
    String schema = String.join(",", labels);
    String given =
        IntStream.range(0, values.length)
            .mapToObj(i -> "%s=\"%s\"".formatted(labels.get(i + 1), values[i]))
            .collect(Collectors.joining(" "));
    return MathExpression.Builder.create()
        .expression(
            "SEARCH('{%s,%s} MetricName=\"%s\" Environment=\"%s\" %s', '%s', %d)"
                .formatted(
                    com.ceap.runtime.metrics.Metric.NAMESPACE,
                    schema,
                    metric.label(),
                    environment.name(),
                    given,
                    statistic,
                    period.toSeconds().intValue()))
        .label("")
        .usingMetrics(Map.of())
        .period(period)
        .build();
  }

  static Metric service(
      String namespace,
      String name,
      String statistic,
      Duration period,
      Map<String, String> dimensions) {
    return Metric.Builder.create()
        .namespace(namespace)
        .metricName(name)
        .statistic(statistic)
        .period(period)
        .dimensionsMap(dimensions)
        .build();
  }

  static IMetric expression(String label, String expression, Map<String, IMetric> metrics) {
    return MathExpression.Builder.create()
        .label(label)
        .expression(expression)
        .usingMetrics(new TreeMap<>(metrics))
        .period(metrics.values().stream().findFirst().map(PlatformMetrics::period).orElseThrow())
        .build();
  }

  /** Executions of a state machine that did not succeed. */
  static IMetric failures(String machineArn, Duration period) {
    return expression(
        "failed, timed out, stopped",
        "failed + late + stopped",
        Map.of(
            "failed", executions("ExecutionsFailed", machineArn, period),
            "late", executions("ExecutionsTimedOut", machineArn, period),
            "stopped", executions("ExecutionsAborted", machineArn, period)));
  }

  private static IMetric executions(String metric, String machineArn, Duration period) {
    return service("AWS/States", metric, "Sum", period, Map.of("StateMachineArn", machineArn));
  }

  private static Duration period(IMetric metric) {
    return ((Metric) metric).getPeriod();
  }
}
