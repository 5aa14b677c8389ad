package com.ceap.lambdas.topology;

import java.time.Duration;
import java.util.List;

/** The platform's queues. */
final class Queues {
  private static final Duration LONGEST = Duration.ofDays(14);
  private static final int RECEIVES = 5;

  static final QueueSpec EVENTS =
      new QueueSpec(QueueKind.EVENTS, Duration.ofMinutes(3), RECEIVES, Duration.ofDays(4));

  static final QueueSpec TOUCHES =
      new QueueSpec(QueueKind.TOUCHES, Duration.ofMinutes(6), RECEIVES, LONGEST);

  static final QueueSpec LIFECYCLE =
      new QueueSpec(QueueKind.LIFECYCLE, Duration.ofMinutes(3), RECEIVES, LONGEST);

  static final List<QueueSpec> ALL = List.of(EVENTS, TOUCHES, LIFECYCLE);

  private Queues() {}
}
