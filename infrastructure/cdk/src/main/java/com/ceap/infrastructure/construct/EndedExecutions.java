package com.ceap.infrastructure.construct;

import com.ceap.lambdas.topology.Edge;
import com.ceap.lambdas.topology.Machine;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.events.CfnRule;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Permission;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/**
 * Tells a function of executions that ended without success, of every program's state machine of a
 * kind. What it cannot be told goes to dead letters.
 */
public final class EndedExecutions extends Construct {
  private static final int DAY = 86_400;
  private static final int MOST_RETRIES = 185;

  /** What Lambda takes at most; nobody else settles it. */
  private static final Duration LONGEST = Duration.hours(6);

  public EndedExecutions(
      Construct scope, Names names, PlatformFunction function, Edge edge, Machine machine) {
    super(scope, function.spec().name().text() + "-executions");
    Queue deadLetters = new AsyncFailures(this, names, function, edge, LONGEST).deadLetters();
    ServicePrincipal events = new ServicePrincipal("events.amazonaws.com");
    CfnRule rule =
        CfnRule.Builder.create(this, "rule")
            .description("Runs whose execution has ended without success are settled")
            .eventPattern(pattern(names, machine))
            .targets(List.of(target(function, deadLetters)))
            .build();
    function
        .live()
        .addPermission(
            "executions",
            Permission.builder().principal(events).sourceArn(rule.getAttrArn()).build());
    deadLetters.addToResourcePolicy(
        PolicyStatement.Builder.create()
            .sid("Executions")
            .principals(List.of(events))
            .actions(List.of("sqs:SendMessage"))
            .resources(List.of(deadLetters.getQueueArn()))
            .conditions(Map.of("ArnEquals", Map.of("aws:SourceArn", rule.getAttrArn())))
            .build());
  }

  /** https://docs.aws.amazon.com/step-functions/latest/dg/eventbridge-integration.html */
  private static Map<String, Object> pattern(Names names, Machine machine) {
    Map<String, Object> detail = new TreeMap<>();
    detail.put("status", List.of("FAILED", "ABORTED", "TIMED_OUT"));
    detail.put("stateMachineArn", List.of(Map.of("prefix", names.machineArn(machine, ""))));
    Map<String, Object> pattern = new TreeMap<>();
    pattern.put("source", List.of("aws.states"));
    pattern.put("detail-type", List.of("Step Functions Execution Status Change"));
    pattern.put("detail", detail);
    return pattern;
  }

  private static CfnRule.TargetProperty target(PlatformFunction function, Queue deadLetters) {
    return CfnRule.TargetProperty.builder()
        .id("function")
        .arn(function.live().getFunctionArn())
        .deadLetterConfig(
            CfnRule.DeadLetterConfigProperty.builder().arn(deadLetters.getQueueArn()).build())
        .retryPolicy(
            CfnRule.RetryPolicyProperty.builder()
                .maximumEventAgeInSeconds(DAY)
                .maximumRetryAttempts(MOST_RETRIES)
                .build())
        .build();
  }
}
