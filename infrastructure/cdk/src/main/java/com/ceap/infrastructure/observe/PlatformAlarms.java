package com.ceap.infrastructure.observe;

import com.ceap.infrastructure.construct.Names;
import com.ceap.infrastructure.environment.Environment;
import com.ceap.lambdas.jobs.cleanup.Place;
import com.ceap.lambdas.topology.Edge;
import com.ceap.lambdas.topology.FunctionSpec;
import com.ceap.lambdas.topology.Machine;
import com.ceap.lambdas.topology.QueueNames;
import com.ceap.lambdas.topology.Topology;
import com.ceap.runtime.metrics.Metric;
import com.ceap.storage.table.TableDefinition;
import java.util.Collection;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.constructs.Construct;

/** What the platform's own team is told of. */
public final class PlatformAlarms extends Construct {
  /** The one that every app asks for with its home screen, as the function names it. */
  static final String FEED = "GET:/v1/customers/{customerId}/candidates";

  private static final Duration PERIOD = Duration.minutes(5);
  private static final double SLOW_MS = 30;

  /** A day, and time for the tries that EventBridge Scheduler and Lambda make. */
  private static final int HOURS_FOR_AN_EXPORT = 26;

  private final Names names;
  private final PlatformMetrics metrics;
  private final AlarmBoard board;

  /**
   * @param apiId the serving API's, as CloudWatch knows it
   */
  public PlatformAlarms(
      Construct scope,
      Environment environment,
      Topology topology,
      Collection<String> channelTypes,
      String apiId) {
    super(scope, "watch");
    this.names = new Names(environment);
    this.metrics = new PlatformMetrics(environment);
    this.board = new AlarmBoard(this, environment, Environment.PLATFORM, Environment.PLATFORM);
    topology.functions().forEach(this::function);
    topology.tables().forEach(this::table);
    queues(topology, channelTypes);
    api(apiId);
    board.above(
        AlarmKind.CLEANUP_OVERDUE,
        "",
        metrics.of(Metric.OVERDUE, "Maximum", Duration.days(1), Place.ALL),
        0,
        1);
    board.absent(
        AlarmKind.EXPORT_MISSING,
        metrics.of(Metric.DAYS_EXPORTED, "Sum", Duration.hours(1)),
        HOURS_FOR_AN_EXPORT);
    if (environment.retraining().isPresent()) {
      board.above(
          AlarmKind.RETRAIN_FAILED,
          "",
          PlatformMetrics.failures(names.retrainMachineArn(), PERIOD),
          0,
          1);
      new QueueAlarms(board, names).dead(QueueNames.deadLetters(Machine.RETRAIN.text()));
    }
  }

  private void function(FunctionSpec function) {
    String name = function.name().text();
    board.above(
        AlarmKind.FUNCTION_ERRORS,
        name,
        PlatformMetrics.expression(
            "failed calls, percent",
            "IF(errors > 2, 100 * errors / calls, 0)",
            Map.of("errors", lambda(function, "Errors"), "calls", lambda(function, "Invocations"))),
        1,
        3);
    board.above(AlarmKind.FUNCTION_THROTTLED, name, lambda(function, "Throttles"), 0, 3);
  }

  private IMetric lambda(FunctionSpec function, String metric) {
    return PlatformMetrics.service(
        "AWS/Lambda",
        metric,
        "Sum",
        PERIOD,
        Map.of("FunctionName", names.function(function.name())));
  }

  private void table(TableDefinition table) {
    board.above(
        AlarmKind.TABLE_THROTTLED,
        table.name(),
        PlatformMetrics.expression(
            "turned away",
            "FILL(reads, 0) + FILL(writes, 0)",
            Map.of(
                "reads", dynamo(table, "ReadThrottleEvents"),
                "writes", dynamo(table, "WriteThrottleEvents"))),
        0,
        3);
  }

  private IMetric dynamo(TableDefinition table, String metric) {
    return PlatformMetrics.service(
        "AWS/DynamoDB", metric, "Sum", PERIOD, Map.of("TableName", names.queue(table.name())));
  }

  private void queues(Topology topology, Collection<String> channelTypes) {
    QueueAlarms queues = new QueueAlarms(board, names);
    queues.worked(QueueNames.LIFECYCLE);
    channelTypes.stream().map(QueueNames::touches).forEach(queues::worked);
    queues.dead(QueueNames.LOST_TOUCHES);
    for (Edge edge : topology.edges()) {
      switch (edge.source()) {
        case Edge.Source.OfExecutions _, Edge.Source.OfSchedules _, Edge.Source.OfTable _ ->
            queues.dead(QueueNames.deadLetters(edge.function().text()));
        case Edge.Source.OfQueues _, Edge.Source.OfState _, Edge.Source.OfRoutes _ -> {}
      }
    }
  }

  private void api(String apiId) {
    board.above(
        AlarmKind.API_UNAVAILABLE,
        "",
        PlatformMetrics.expression(
            "without an answer, percent",
            "IF(calls > 0, 100 * errors / calls, 0)",
            Map.of("errors", gateway(apiId, "5xx"), "calls", gateway(apiId, "Count"))),
        0.5,
        3);
    board.above(
        AlarmKind.API_SLOW, "", metrics.of(Metric.API_TIME, "p99", PERIOD, FEED), SLOW_MS, 3);
  }

  private static IMetric gateway(String apiId, String metric) {
    return PlatformMetrics.service("AWS/ApiGateway", metric, "Sum", PERIOD, Map.of("ApiId", apiId));
  }
}
