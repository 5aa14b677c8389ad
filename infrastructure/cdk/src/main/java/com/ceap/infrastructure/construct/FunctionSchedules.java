package com.ceap.infrastructure.construct;

import com.ceap.lambdas.jobs.JobPlan;
import com.ceap.lambdas.topology.Edge;
import com.ceap.lambdas.topology.ScheduleSpec;
import com.ceap.lambdas.topology.Topology;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/** What a function does by the clock once for the platform, and where its failures go. */
public final class FunctionSchedules extends Construct {
  /** Beyond it a call is out of date; the next one is due. */
  private static final Duration LONGEST = Duration.hours(1);

  private final Queue deadLetters;

  public FunctionSchedules(
      Construct scope, Names names, PlatformFunction function, Edge edge, Topology topology) {
    super(scope, function.spec().name().text() + "-schedules");
    this.deadLetters = new AsyncFailures(this, names, function, edge, LONGEST).deadLetters();
    SchedulerRole role =
        new SchedulerRole(
            this, "role", names.queue("scheduler-of-" + function.spec().name().text()));
    role.mayCall(function.live().getFunctionArn());
    role.maySendTo(deadLetters);
    for (ScheduleSpec schedule : topology.schedules()) {
      if (schedule.plan().due() instanceof JobPlan.Due.OfPlatform(String expression)
          && schedule.call().equals(new ScheduleSpec.Call.OfFunction(function.spec().name()))) {
        add(names, schedule.plan().name(), expression, function, role);
      }
    }
  }

  private void add(
      Names names, String job, String expression, PlatformFunction function, SchedulerRole role) {
    new PlatformSchedule(
        this,
        names.queue(job),
        "default",
        expression,
        new PlatformSchedule.Target(
            function.live().getFunctionArn(),
            "{\"job\":\"" + job + "\"}",
            role.arn(),
            deadLetters.getQueueArn()));
  }

  public Queue deadLetters() {
    return deadLetters;
  }
}
