package com.ceap.infrastructure.construct;

import com.ceap.infrastructure.environment.Environment;
import com.ceap.lambdas.jobs.JobPlan;
import com.ceap.lambdas.topology.Machine;
import com.ceap.lambdas.topology.QueueNames;
import com.ceap.lambdas.topology.ScheduleSpec;
import com.ceap.model.program.Program;
import java.util.List;
import java.util.Optional;
import software.amazon.awscdk.services.scheduler.CfnScheduleGroup;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/** What a program does by the clock: its batch and its jobs, in a group of its own. */
public final class ProgramSchedules extends Construct {
  private final String programId;
  private final Names names;
  private final CfnScheduleGroup group;
  private final Queue deadLetters;
  private final SchedulerRole role;

  public ProgramSchedules(
      Construct scope, Environment environment, Program program, List<ScheduleSpec> schedules) {
    super(scope, "schedules");
    this.programId = program.programId();
    this.names = new Names(environment);
    this.group =
        CfnScheduleGroup.Builder.create(this, "group").name(names.programGroup(programId)).build();
    this.deadLetters =
        new DeadLetterQueue(
                this, "dead-letters", names, QueueNames.deadLetters("schedules-" + programId))
            .queue();
    this.role = new SchedulerRole(this, "role", names.queue("scheduler-" + programId));
    role.maySendTo(deadLetters);
    for (ScheduleSpec schedule : schedules) {
      due(schedule.plan(), program).ifPresent(expression -> add(schedule, expression));
    }
  }

  private static Optional<String> due(JobPlan plan, Program program) {
    return switch (plan.due()) {
      case JobPlan.Due.OfPlatform _ -> Optional.empty();
      case JobPlan.Due.OfProgram(var expression) -> expression.apply(program);
    };
  }

  private void add(ScheduleSpec schedule, String expression) {
    String job = schedule.plan().name();
    switch (schedule.call()) {
      case ScheduleSpec.Call.StateMachine _ -> {
        String machine = names.machineArn(Machine.BATCH, programId);
        role.mayStart(machine);
        add(job, expression, machine, batchInput());
      }
      case ScheduleSpec.Call.OfFunction(var function) -> {
        role.mayCall(names.liveArn(function));
        add(job, expression, names.liveArn(function), jobInput(job));
      }
    }
  }

  /** EventBridge Scheduler puts the moment that was meant in its place. */
  private String batchInput() {
    return "{\"programId\":\"%s\",\"scheduledTime\":\"<aws.scheduler.scheduled-time>\"}"
        .formatted(programId);
  }

  private String jobInput(String job) {
    return "{\"job\":\"%s\",\"programId\":\"%s\"}".formatted(job, programId);
  }

  private void add(String job, String expression, String arn, String input) {
    PlatformSchedule schedule =
        new PlatformSchedule(
            this,
            job,
            names.programGroup(programId),
            expression,
            new PlatformSchedule.Target(arn, input, role.arn(), deadLetters.getQueueArn()));
    schedule.getNode().addDependency(group);
  }

  public Queue deadLetters() {
    return deadLetters;
  }
}
