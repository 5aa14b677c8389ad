package com.ceap.lambdas.topology;

import com.ceap.lambdas.topology.ScheduleSpec.Programs;
import java.util.List;

/**
 * The scheduled jobs of the requirements. A program's batch has the schedule that its YAML names.
 */
final class Schedules {
  static final List<ScheduleSpec> ALL =
      List.of(
          job(JobNames.CART_EXPIRY, "cron(0 * * * ? *)", Programs.OF_JOURNEYS),
          job(JobNames.RECOVERY_PERFORMANCE, "cron(0 3 * * ? *)", Programs.OF_JOURNEYS),
          job(JobNames.EXPORT, "cron(45 3 * * ? *)", Programs.EVERY),
          job(JobNames.REVENUE_IMPACT, "cron(0 6 * * ? *)", Programs.OF_JOURNEYS),
          job(JobNames.RECOMMENDATION_PERFORMANCE, "cron(0 18 * * ? *)", Programs.OF_BATCHES),
          job(JobNames.DAILY_METRICS, "cron(59 23 * * ? *)", Programs.EVERY),
          job(JobNames.CLEANUP_VERIFICATION, "cron(0 1 ? * SUN *)", Programs.EVERY),
          job(JobNames.RETRAIN, "cron(0 3 ? * SUN *)", Programs.WITH_MODELS),
          new ScheduleSpec("sweep", "rate(1 minute)", Programs.NONE, FunctionName.SWEEP));

  private Schedules() {}

  private static ScheduleSpec job(String name, String expression, Programs programs) {
    return new ScheduleSpec(name, expression, programs, FunctionName.JOBS);
  }
}
