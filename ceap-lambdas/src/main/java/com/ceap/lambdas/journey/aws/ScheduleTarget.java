package com.ceap.lambdas.journey.aws;

import java.util.Map;

/**
 * What schedules are created with.
 *
 * @param group the schedule group of this environment
 * @param queues the ARN of the queue of due touches by channel type
 * @param role the ARN of the role by which EventBridge Scheduler sends to them
 * @param deadLetters the ARN of the queue for touches that it could not bring to theirs
 */
public record ScheduleTarget(
    String group, Map<String, String> queues, String role, String deadLetters) {
  public ScheduleTarget {
    queues = Map.copyOf(queues);
  }
}
