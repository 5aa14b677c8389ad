package com.ceap.infrastructure.construct;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.events.CfnRule;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.sqs.Queue;

/**
 * What a rule brings events to: tried for a day, the longest there is, then put among dead letters,
 * as EventBridge would drop them ("How EventBridge retries delivering events" in its user guide).
 */
final class RuleTarget {
  private static final int DAY = 86_400;
  private static final int MOST_RETRIES = 185;

  private RuleTarget() {}

  /**
   * A target, to which more may be added.
   *
   * @param id within its rule
   */
  static CfnRule.TargetProperty.Builder of(String id, String arn, String deadLettersArn) {
    return CfnRule.TargetProperty.builder()
        .id(id)
        .arn(arn)
        .deadLetterConfig(CfnRule.DeadLetterConfigProperty.builder().arn(deadLettersArn).build())
        .retryPolicy(
            CfnRule.RetryPolicyProperty.builder()
                .maximumEventAgeInSeconds(DAY)
                .maximumRetryAttempts(MOST_RETRIES)
                .build());
  }

  /**
   * Lets one rule put there what it could not bring.
   *
   * @param sid of the statement, within the queue's policy
   */
  static void accept(Queue deadLetters, String sid, CfnRule from) {
    deadLetters.addToResourcePolicy(
        PolicyStatement.Builder.create()
            .sid(sid)
            .principals(List.of(new ServicePrincipal("events.amazonaws.com")))
            .actions(List.of("sqs:SendMessage"))
            .resources(List.of(deadLetters.getQueueArn()))
            .conditions(Map.of("ArnEquals", Map.of("aws:SourceArn", from.getAttrArn())))
            .build());
  }
}
