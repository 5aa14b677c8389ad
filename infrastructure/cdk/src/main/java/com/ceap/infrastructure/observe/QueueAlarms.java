package com.ceap.infrastructure.observe;

import com.ceap.infrastructure.construct.Names;
import com.ceap.lambdas.topology.QueueNames;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Metric;

/** Alarms on queues by their names. */
final class QueueAlarms {
  private static final Duration PERIOD = Duration.minutes(5);
  private static final int WAITING_SECONDS = 15 * 60;

  private final AlarmBoard board;
  private final Names names;

  QueueAlarms(AlarmBoard board, Names names) {
    this.board = board;
    this.names = names;
  }

  /** A queue that is worked off, and its dead letters. */
  void worked(String queue) {
    board.above(
        AlarmKind.QUEUE_WAITING,
        queue,
        metric(names, queue, "ApproximateAgeOfOldestMessage"),
        WAITING_SECONDS,
        2);
    dead(QueueNames.deadLetters(queue));
  }

  /** A queue that should be empty. */
  void dead(String queue) {
    board.above(AlarmKind.DEAD_LETTERS, queue, depth(names, queue), 0, 1);
  }

  static Metric depth(Names names, String queue) {
    return metric(names, queue, "ApproximateNumberOfMessagesVisible");
  }

  static Metric metric(Names names, String queue, String metric) {
    return PlatformMetrics.service(
        "AWS/SQS", metric, "Maximum", PERIOD, Map.of("QueueName", names.queue(queue)));
  }
}
