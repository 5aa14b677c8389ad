package com.ceap.lambdas.topology;

import com.ceap.lambdas.jobs.JobPlan;

/**
 * A job that runs by the clock; what cannot be started goes to dead letters.
 *
 * @param plan its name and when it is due, for each program by itself or once for the platform
 */
public record ScheduleSpec(JobPlan plan, Call call) {
  /** What is started. */
  public sealed interface Call {
    /**
     * A state machine, with {@code {"programId": …, "scheduledTime": …}} where it is a program's.
     */
    record StateMachine(Machine machine) implements Call {}

    /** A function, with {@code {"job": …, "programId": …}}. */
    record OfFunction(FunctionName function) implements Call {}
  }
}
