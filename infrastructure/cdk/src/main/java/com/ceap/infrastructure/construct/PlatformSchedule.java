package com.ceap.infrastructure.construct;

import software.amazon.awscdk.services.scheduler.CfnSchedule;
import software.constructs.Construct;

/** Something that happens by the clock, in UTC; what cannot be started is told to dead letters. */
public final class PlatformSchedule extends Construct {
  /** An hour late is too late: the next time is near, and a batch names its own date. */
  private static final int HOUR = 3_600;

  private static final int RETRIES = 20;

  /**
   * @param name within its group
   */
  public PlatformSchedule(
      Construct scope, String name, String group, String expression, Target target) {
    super(scope, "schedule-" + name);
    CfnSchedule.Builder.create(this, "schedule")
        .name(name)
        .groupName(group)
        .scheduleExpression(expression)
        .scheduleExpressionTimezone("UTC")
        .flexibleTimeWindow(CfnSchedule.FlexibleTimeWindowProperty.builder().mode("OFF").build())
        .target(target(target))
        .build();
  }

  /** What is called with which JSON, by which role, and where failures go. */
  public record Target(String arn, String input, String roleArn, String deadLettersArn) {}

  private static CfnSchedule.TargetProperty target(Target target) {
    return CfnSchedule.TargetProperty.builder()
        .arn(target.arn())
        .input(target.input())
        .roleArn(target.roleArn())
        .deadLetterConfig(
            CfnSchedule.DeadLetterConfigProperty.builder().arn(target.deadLettersArn()).build())
        .retryPolicy(
            CfnSchedule.RetryPolicyProperty.builder()
                .maximumEventAgeInSeconds(HOUR)
                .maximumRetryAttempts(RETRIES)
                .build())
        .build();
  }
}
