package com.ceap.infrastructure.observe;

import com.ceap.infrastructure.construct.Names;
import com.ceap.infrastructure.environment.Environment;
import com.ceap.lambdas.topology.Machine;
import com.ceap.lambdas.topology.QueueNames;
import com.ceap.model.program.Program;
import com.ceap.runtime.metrics.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.constructs.Construct;

/** A program's page: its funnel, its messages and what waits. */
public final class ProgramDashboard extends Construct {
  private static final Duration PERIOD = Duration.minutes(5);
  private static final Duration HOUR = Duration.hours(1);

  private final Names names;
  private final PlatformMetrics metrics;
  private final String id;

  public ProgramDashboard(Construct scope, Environment environment, Program program) {
    super(scope, "page");
    this.names = new Names(environment);
    this.metrics = new PlatformMetrics(environment);
    this.id = program.programId();
    Dashboard page =
        Dashboard.Builder.create(this, "dashboard").dashboardName(names.queue(id)).build();
    page.addWidgets(
        Graphs.of("Into each stage", stages(Metric.STAGE_IN, "Sum")),
        Graphs.of("Out of each stage", stages(Metric.STAGE_OUT, "Sum")),
        Graphs.of("Time of a chunk, 99th percentile", stages(Metric.STAGE_TIME, "p99")));
    page.addWidgets(
        Graphs.of("Rejected, by filter and reason", all(Metric.REJECTED)),
        Graphs.of("Unreadable, by reason", all(Metric.RECORDS_REJECTED)),
        Graphs.of("Duplicates", all(Metric.DUPLICATES)));
    page.addWidgets(
        Graphs.of("Scores, by origin", all(Metric.SCORES)),
        Graphs.of("Scores from the cache, percent", List.of(cacheHits())),
        Graphs.of(
            "Converted and exited",
            List.of(
                metrics.of(Metric.CONVERTED, "Sum", HOUR, id),
                metrics.of(Metric.EXITED, "Sum", HOUR, id))));
    page.addWidgets(
        Graphs.of("Sent, and in shadow", both(Metric.SENT, Metric.SHADOWED)),
        Graphs.of("Suppressed, by reason", all(Metric.SUPPRESSED)),
        Graphs.of("Failed and unknown", both(Metric.FAILED, Metric.UNKNOWN)));
    page.addWidgets(
        Graphs.of("Delivered", all(Metric.DELIVERED)),
        Graphs.of(
            "Opened and clicked",
            Stream.concat(all(Metric.OPENED).stream(), all(Metric.CLICKED).stream()).toList()),
        Graphs.of(
            "Bounced and complained",
            Stream.concat(all(Metric.BOUNCED).stream(), all(Metric.COMPLAINED).stream()).toList()));
    page.addWidgets(
        Graphs.of("Each day: sent, and shown in apps", both(Metric.DAY_SENT, Metric.DAY_SHOWN)),
        Graphs.of("Each day: opened and clicked", both(Metric.DAY_OPENED, Metric.DAY_CLICKED)),
        Graphs.of("Each day: orders", all(Metric.DAY_ORDERS)));
    page.addWidgets(
        Graphs.of("Waiting and dead", waiting(program)), Graphs.of("Batches", batches()));
  }

  private List<IMetric> stages(Metric metric, String statistic) {
    return List.of(metrics.all(metric, statistic, PERIOD, id));
  }

  private List<IMetric> all(Metric metric) {
    return List.of(metrics.all(metric, "Sum", HOUR, id));
  }

  private List<IMetric> both(Metric one, Metric other) {
    return Stream.concat(all(one).stream(), all(other).stream()).toList();
  }

  private IMetric cacheHits() {
    return PlatformMetrics.expression(
        "from the cache, percent",
        "100 * FILL(cache, 0) / (FILL(cache, 0) + FILL(model, 0) + FILL(fallback, 0))",
        Map.of(
            "cache", metrics.of(Metric.SCORES, "Sum", HOUR, id, "cache"),
            "model", metrics.of(Metric.SCORES, "Sum", HOUR, id, "model"),
            "fallback", metrics.of(Metric.SCORES, "Sum", HOUR, id, "fallback")));
  }

  private List<IMetric> waiting(Program program) {
    List<IMetric> waiting = new ArrayList<>();
    if (!program.eventSources().isEmpty()) {
      waiting.add(QueueAlarms.depth(names, QueueNames.events(id)));
      waiting.add(QueueAlarms.depth(names, QueueNames.deadLetters(QueueNames.events(id))));
    }
    waiting.add(QueueAlarms.depth(names, QueueNames.deadLetters("schedules-" + id)));
    return waiting;
  }

  private List<IMetric> batches() {
    return List.of(
        metrics.of(Metric.RUNS_COMPLETE, "Sum", HOUR, id),
        metrics.of(Metric.RUNS_FAILED, "Sum", HOUR, id));
  }

  static Map<String, String> machine(Names names, String programId) {
    return Map.of("StateMachineArn", names.machineArn(Machine.BATCH, programId));
  }
}
