package com.ceap.infrastructure.observe;

import com.ceap.infrastructure.construct.Names;
import com.ceap.infrastructure.environment.Environment;
import com.ceap.lambdas.topology.FunctionSpec;
import com.ceap.lambdas.topology.QueueNames;
import com.ceap.lambdas.topology.Topology;
import com.ceap.runtime.metrics.Metric;
import com.ceap.storage.table.TableDefinition;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.constructs.Construct;

/** The platform's page: functions, queues, tables and the serving API. */
public final class PlatformDashboard extends Construct {
  private static final Duration PERIOD = Duration.minutes(5);

  private final Names names;
  private final PlatformMetrics metrics;

  public PlatformDashboard(
      Construct scope,
      Environment environment,
      Topology topology,
      Collection<String> channelTypes) {
    super(scope, "page");
    this.names = new Names(environment);
    this.metrics = new PlatformMetrics(environment);
    Dashboard page =
        Dashboard.Builder.create(this, "dashboard")
            .dashboardName(names.queue(Environment.PLATFORM))
            .build();
    page.addWidgets(
        Graphs.of("Calls", functions(topology, "Invocations", "Sum")),
        Graphs.of("Failed calls", functions(topology, "Errors", "Sum")),
        Graphs.of("Time of a call, 99th percentile", functions(topology, "Duration", "p99")));
    page.addWidgets(
        Graphs.of("Waiting", queues(channelTypes)),
        Graphs.of("Tried again, by error", all(Metric.RETRIED)),
        Graphs.of(
            "Dead, by error, and from before an erasure",
            Stream.concat(all(Metric.DEAD).stream(), all(Metric.FORGOTTEN).stream()).toList()));
    page.addWidgets(
        Graphs.of("Shown by the API", all(Metric.API_SHOWN)),
        Graphs.of("Found expired by the API", all(Metric.API_EXPIRED)),
        Graphs.of("Programs, templates or keys not looked at", all(Metric.REFRESH_FAILED)));
    page.addWidgets(
        Graphs.of("Requests, by route and status", all(Metric.API_REQUESTS)),
        Graphs.of(
            "Time of an answer, 99th percentile",
            List.of(metrics.all(Metric.API_TIME, "p99", PERIOD))),
        Graphs.of(
            "Answers without something, and none at all",
            Stream.concat(all(Metric.API_DEGRADED).stream(), all(Metric.API_FAILED).stream())
                .toList()));
    page.addWidgets(
        Graphs.of("Writes used", tables(topology, "ConsumedWriteCapacityUnits")),
        Graphs.of("Reads used", tables(topology, "ConsumedReadCapacityUnits")),
        Graphs.of(
            "Caches of functions",
            Stream.concat(all(Metric.CACHE_HITS).stream(), all(Metric.CACHE_MISSES).stream())
                .toList()));
    page.addWidgets(Graphs.of("Exported, by day", exported()));
  }

  private List<IMetric> exported() {
    return Stream.of(Metric.ROWS_EXPORTED, Metric.DAYS_EXPORTED)
        .<IMetric>map(metric -> metrics.of(metric, "Sum", Duration.days(1)))
        .toList();
  }

  private List<IMetric> all(Metric metric) {
    return List.of(metrics.all(metric, "Sum", PERIOD));
  }

  private List<IMetric> functions(Topology topology, String metric, String statistic) {
    return topology.functions().stream()
        .map(function -> function(function, metric, statistic))
        .toList();
  }

  private IMetric function(FunctionSpec function, String metric, String statistic) {
    return PlatformMetrics.service(
        "AWS/Lambda",
        metric,
        statistic,
        PERIOD,
        Map.of("FunctionName", names.function(function.name())));
  }

  private List<IMetric> queues(Collection<String> channelTypes) {
    return Stream.concat(
            Stream.of(QueueNames.LIFECYCLE), channelTypes.stream().map(QueueNames::touches))
        .<IMetric>map(queue -> QueueAlarms.depth(names, queue))
        .toList();
  }

  private List<IMetric> tables(Topology topology, String metric) {
    return topology.tables().stream().map(table -> table(table, metric)).toList();
  }

  private IMetric table(TableDefinition table, String metric) {
    return PlatformMetrics.service(
        "AWS/DynamoDB", metric, "Sum", PERIOD, Map.of("TableName", names.queue(table.name())));
  }
}
