package com.ceap.local.engine;

import com.ceap.lambdas.journey.DueTouchJson;
import com.ceap.lambdas.topology.QueueNames;
import com.ceap.local.queue.DurableQueues;
import com.ceap.local.queue.Outgoing;
import com.ceap.storage.ScheduleRepository;
import com.ceap.storage.ScheduledTouch;
import java.time.Instant;
import java.util.List;

/**
 * Brings touches to their channel's queue when they are due: first there, then gone from the
 * schedules, so that none is lost where the process ends in between.
 */
final class ScheduleMover {
  private static final int TOGETHER = 90;

  private final ScheduleRepository schedules;
  private final DurableQueues queues;

  ScheduleMover(ScheduleRepository schedules, DurableQueues queues) {
    this.schedules = schedules;
    this.queues = queues;
  }

  /** Moves some of what is due; whether there was any. */
  boolean move(Instant now) {
    List<ScheduledTouch> due = schedules.due(now, TOGETHER);
    queues.send(due.stream().map(ScheduleMover::message).toList());
    due.forEach(schedules::remove);
    return !due.isEmpty();
  }

  private static Outgoing message(ScheduledTouch due) {
    return new Outgoing(QueueNames.touches(due.channelType()), DueTouchJson.write(due.touch()));
  }
}
