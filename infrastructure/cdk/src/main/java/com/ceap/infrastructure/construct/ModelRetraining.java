package com.ceap.infrastructure.construct;

import com.ceap.infrastructure.environment.Environment;
import com.ceap.lambdas.jobs.JobPlan;
import com.ceap.lambdas.topology.Machine;
import com.ceap.lambdas.topology.QueueNames;
import com.ceap.lambdas.topology.ScheduleSpec;
import com.ceap.lambdas.topology.Topology;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/**
 * Trains models by the clock: their state machine, what it may do, and where its starts fail to.
 */
public final class ModelRetraining extends Construct {
  public ModelRetraining(
      Construct scope,
      Environment environment,
      Environment.Retraining settings,
      Topology topology) {
    super(scope, "retraining");
    Names names = new Names(environment);
    ProgramMachine machine =
        new ProgramMachine(
            this,
            environment,
            Machine.RETRAIN,
            names.retrainMachine(),
            topology,
            Map.of(
                "DataBucket", names.dataBucket(),
                "TrainingRole", settings.roleArn(),
                "TrainingImage", settings.image(),
                "InstanceType", settings.instanceType()));
    grant(machine, names, settings.roleArn());
    schedule(names, topology);
  }

  /**
   * What it makes begins with the environment's prefix; endpoints and their configurations are
   * called as programs and their owners chose ("Actions, resources, and condition keys for Amazon
   * SageMaker" in the service authorization reference).
   */
  private static void grant(ProgramMachine machine, Names names, String roleArn) {
    machine.allow(
        List.of("sagemaker:CreateTrainingJob", "sagemaker:DescribeTrainingJob"),
        List.of(own(names, "training-job")));
    machine.allow(
        List.of("sagemaker:CreateModel", "sagemaker:DescribeModel"), List.of(own(names, "model")));
    machine.allow(
        List.of("sagemaker:CreateTransformJob", "sagemaker:DescribeTransformJob"),
        List.of(own(names, "transform-job")));
    machine.allow(
        List.of("sagemaker:CreateEndpointConfig"), List.of(own(names, "endpoint-config")));
    machine.allow(
        List.of("sagemaker:DescribeEndpointConfig"),
        List.of(names.arn("sagemaker", "endpoint-config/*")));
    machine.allow(
        List.of("sagemaker:DescribeEndpoint", "sagemaker:UpdateEndpoint"),
        List.of(names.arn("sagemaker", "endpoint/*"), own(names, "endpoint-config")));
    PolicyStatement pass =
        PolicyStatement.Builder.create()
            .actions(List.of("iam:PassRole"))
            .resources(List.of(roleArn))
            .conditions(
                Map.of("StringEquals", Map.of("iam:PassedToService", "sagemaker.amazonaws.com")))
            .build();
    machine.allow(pass);
  }

  private static String own(Names names, String kind) {
    return names.arn("sagemaker", kind + "/" + names.queue("*"));
  }

  private void schedule(Names names, Topology topology) {
    Queue deadLetters =
        new DeadLetterQueue(
                this, "dead-letters", names, QueueNames.deadLetters(Machine.RETRAIN.text()))
            .queue();
    SchedulerRole role = new SchedulerRole(this, "role", names.queue("scheduler-of-retrain"));
    role.mayStart(names.retrainMachineArn());
    role.maySendTo(deadLetters);
    for (ScheduleSpec schedule : topology.schedules()) {
      if (schedule.call().equals(new ScheduleSpec.Call.StateMachine(Machine.RETRAIN))
          && schedule.plan().due() instanceof JobPlan.Due.OfPlatform(String expression)) {
        new PlatformSchedule(
            this,
            names.queue(schedule.plan().name()),
            "default",
            expression,
            new PlatformSchedule.Target(
                names.retrainMachineArn(),
                "{\"scheduledTime\":\"<aws.scheduler.scheduled-time>\"}",
                role.arn(),
                deadLetters.getQueueArn()));
      }
    }
  }
}
