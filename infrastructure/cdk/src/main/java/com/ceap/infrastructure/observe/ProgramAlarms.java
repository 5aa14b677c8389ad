package com.ceap.infrastructure.observe;

import com.ceap.infrastructure.construct.Names;
import com.ceap.infrastructure.construct.ProgramCampaigns;
import com.ceap.infrastructure.environment.Environment;
import com.ceap.infrastructure.program.ProgramSource;
import com.ceap.lambdas.topology.Machine;
import com.ceap.lambdas.topology.QueueNames;
import com.ceap.model.program.ChannelSpec;
import com.ceap.model.program.Program;
import com.ceap.runtime.metrics.Metric;
import java.util.Collection;
import java.util.Map;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.constructs.Construct;

/** What a program's owner is told of. */
public final class ProgramAlarms extends Construct {
  private static final Duration SHORT = Duration.minutes(5);
  private static final Duration HOUR = Duration.hours(1);

  private static final double TWO_HOURS_MS = 2 * 3_600_000.0;
  private static final double TWO_DAYS_MS = 48 * 3_600_000.0;
  private static final double FIVE_PERCENT = 5;

  /** The column that says when a record was new. */
  private static final String TIME = "timestamp";

  private final Names names;
  private final PlatformMetrics metrics;
  private final AlarmBoard board;
  private final String id;

  /**
   * @param channelTypes the types of channel that send
   */
  public ProgramAlarms(
      Construct scope,
      Environment environment,
      ProgramSource source,
      Collection<String> channelTypes) {
    super(scope, "watch");
    Program program = source.program();
    this.id = program.programId();
    this.names = new Names(environment);
    this.metrics = new PlatformMetrics(environment);
    this.board = new AlarmBoard(this, environment, id, source.owner());
    QueueAlarms queues = new QueueAlarms(board, names);
    if (!program.dataConnectors().isEmpty()) {
      batch();
      freshness(program);
    }
    if (ProgramCampaigns.neededBy(program)) {
      failures(AlarmKind.CAMPAIGN_FAILED, names.machineArn(Machine.CAMPAIGN, id));
    }
    if (!program.eventSources().isEmpty()) {
      queues.worked(QueueNames.events(id));
    }
    queues.dead(QueueNames.deadLetters("schedules-" + id));
    board.above(
        AlarmKind.PROGRAM_UNREADABLE,
        "",
        metrics.of(Metric.PROGRAM_UNREADABLE, "Sum", SHORT, id),
        0,
        1);
    program.channels().stream()
        .map(ChannelSpec::type)
        .filter(channelTypes::contains)
        .distinct()
        .sorted()
        .forEach(this::messages);
  }

  private void batch() {
    failures(AlarmKind.BATCH_FAILED, names.machineArn(Machine.BATCH, id));
    board.above(
        AlarmKind.BATCH_TOO_LONG,
        "",
        PlatformMetrics.service(
            "AWS/States", "ExecutionTime", "Maximum", SHORT, ProgramDashboard.machine(names, id)),
        TWO_HOURS_MS,
        1);
    board.above(AlarmKind.NO_CANDIDATES, "", nothingStored(), 0, 1);
    board.above(AlarmKind.MANY_REJECTS, "", rejects(), FIVE_PERCENT, 1);
  }

  /** An alarm that can never speak would be taken for one that has nothing to say. */
  private void freshness(Program program) {
    if (program.dataConnectors().stream().noneMatch(source -> source.mayDeliver(TIME))) {
      Annotations.of(this)
          .addInfoV2(
              "ceap:source-unwatched",
              "program '%s' has no alarm %s: its rows have no '%s', which would say how old they are"
                  .formatted(id, AlarmKind.SOURCE_STALE.title(), TIME));
      return;
    }
    board.above(
        AlarmKind.SOURCE_STALE,
        "",
        metrics.of(Metric.SOURCE_AGE, "Maximum", HOUR, id),
        TWO_DAYS_MS,
        1);
  }

  private void failures(AlarmKind kind, String machineArn) {
    board.above(kind, "", PlatformMetrics.failures(machineArn, SHORT), 0, 1);
  }

  /** Over six hours, within which a batch ends whose time is four. */
  private IMetric nothingStored() {
    Duration run = Duration.hours(6);
    return PlatformMetrics.expression(
        "complete and empty",
        "IF(FILL(complete, 0) > 0 AND FILL(stored, 0) < 1, 1, 0)",
        Map.of(
            "complete", metrics.of(Metric.RUNS_COMPLETE, "Sum", run, id),
            "stored", metrics.of(Metric.STAGE_OUT, "Sum", run, id, "store")));
  }

  /** What came in, went neither on nor was a duplicate, and so was unreadable. */
  private IMetric rejects() {
    return PlatformMetrics.expression(
        "unreadable, percent",
        "IF(came > 0, 100 * (came - went - FILL(same, 0)) / came, 0)",
        Map.of(
            "came", metrics.of(Metric.STAGE_IN, "Sum", HOUR, id, "etl"),
            "went", metrics.of(Metric.STAGE_OUT, "Sum", HOUR, id, "etl"),
            "same", metrics.of(Metric.DUPLICATES, "Sum", HOUR, id, "etl")));
  }

  /** Of those that were handed over; below twenty an hour it says nothing. */
  private void messages(String channel) {
    board.above(
        AlarmKind.MESSAGES_UNKNOWN,
        channel,
        PlatformMetrics.expression(
            "unknown, percent",
            "IF(FILL(sent, 0) + FILL(unknown, 0) > 20,"
                + " 100 * FILL(unknown, 0) / (FILL(sent, 0) + FILL(unknown, 0)), 0)",
            Map.of(
                "sent", metrics.of(Metric.SENT, "Sum", HOUR, id, channel),
                "unknown", metrics.of(Metric.UNKNOWN, "Sum", HOUR, id, channel))),
        FIVE_PERCENT,
        1);
  }
}
