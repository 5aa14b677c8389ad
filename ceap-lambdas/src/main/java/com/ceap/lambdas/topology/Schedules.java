package com.ceap.lambdas.topology;

import com.ceap.lambdas.jobs.JobPlan;
import com.ceap.lambdas.jobs.Timetable;
import com.ceap.lambdas.topology.ScheduleSpec.Call;
import java.util.List;
import java.util.stream.Stream;

/** The jobs of the timetable, and what sweeps up after functions every minute. */
final class Schedules {
  private static final ScheduleSpec SWEEP =
      new ScheduleSpec(
          new JobPlan(
              "sweep",
              "Settles messages whose sender was ended, and what waits past the scheduler's quota.",
              new JobPlan.Due.OfPlatform("rate(1 minute)")),
          new Call.OfFunction(FunctionName.SWEEP));

  static final List<ScheduleSpec> ALL =
      Stream.concat(Timetable.ALL.stream().map(Schedules::job), Stream.of(SWEEP)).toList();

  private Schedules() {}

  private static ScheduleSpec job(JobPlan plan) {
    if (plan.equals(Timetable.BATCH)) {
      return new ScheduleSpec(plan, new Call.StateMachine(Machine.BATCH));
    }
    if (plan.equals(Timetable.RETRAIN)) {
      return new ScheduleSpec(plan, new Call.StateMachine(Machine.RETRAIN));
    }
    boolean export = plan.equals(Timetable.EXPORT) || plan.equals(Timetable.EXPORT_CLEANUP);
    return new ScheduleSpec(
        plan, new Call.OfFunction(export ? FunctionName.EXPORT : FunctionName.JOBS));
  }
}
