package com.ceap.infrastructure.construct;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awscdk.services.events.CfnRule;
import software.constructs.Construct;

/**
 * Events of a bus that go to a queue; tried for a day, then put among the queue's dead letters, as
 * EventBridge would drop them.
 */
public final class QueueRule extends Construct {
  private static final int DAY = 86_400;
  private static final int MOST_RETRIES = 185;

  /**
   * @param bus its name on AWS; empty for the default bus
   */
  public QueueRule(
      Construct scope,
      String id,
      Optional<String> bus,
      Map<String, Object> pattern,
      boolean enabled,
      Target target) {
    super(scope, id);
    CfnRule.Builder rule =
        CfnRule.Builder.create(this, "rule")
            .state(enabled ? "ENABLED" : "DISABLED")
            .eventPattern(pattern)
            .targets(List.of(target(target)));
    bus.ifPresent(rule::eventBusName);
    rule.build();
  }

  /** A queue, and where what cannot be brought there goes. */
  public record Target(String queueArn, String deadLettersArn) {}

  private static CfnRule.TargetProperty target(Target target) {
    return CfnRule.TargetProperty.builder()
        .id("queue")
        .arn(target.queueArn())
        .deadLetterConfig(
            CfnRule.DeadLetterConfigProperty.builder().arn(target.deadLettersArn()).build())
        .retryPolicy(
            CfnRule.RetryPolicyProperty.builder()
                .maximumEventAgeInSeconds(DAY)
                .maximumRetryAttempts(MOST_RETRIES)
                .build())
        .build();
  }
}
