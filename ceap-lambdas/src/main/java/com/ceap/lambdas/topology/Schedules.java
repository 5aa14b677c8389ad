package com.ceap.lambdas.topology;

import com.ceap.lambdas.jobs.JobPlan;
import com.ceap.lambdas.jobs.Timetable;
import com.ceap.lambdas.topology.ScheduleSpec.Call;
import java.util.List;
import java.util.stream.Stream;

/**
 * The jobs of the timetable that functions do, and what sweeps up after them every minute. Training
 * needs a library that functions do not carry, and is a job of one machine.
 */
final class Schedules {
  private static final List<JobPlan> OF_ONE_MACHINE = List.of(Timetable.RETRAIN);

  private static final ScheduleSpec SWEEP =
      new ScheduleSpec(
          new JobPlan(
              "sweep",
              "Settles messages whose sender was ended, and what waits past the scheduler's quota.",
              new JobPlan.Due.OfPlatform("rate(1 minute)")),
          new Call.OfFunction(FunctionName.SWEEP));

  static final List<ScheduleSpec> ALL =
      Stream.concat(
              Timetable.ALL.stream()
                  .filter(plan -> !OF_ONE_MACHINE.contains(plan))
                  .map(Schedules::job),
              Stream.of(SWEEP))
          .toList();

  private Schedules() {}

  private static ScheduleSpec job(JobPlan plan) {
    if (plan.equals(Timetable.BATCH)) {
      return new ScheduleSpec(plan, new Call.StateMachine());
    }
    boolean export = plan.equals(Timetable.EXPORT);
    return new ScheduleSpec(
        plan, new Call.OfFunction(export ? FunctionName.EXPORT : FunctionName.JOBS));
  }
}
