package com.ceap.infrastructure.construct;

import com.ceap.lambdas.topology.Edge;
import com.ceap.lambdas.topology.Machine;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.events.CfnRule;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Permission;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/**
 * Tells a function of executions that ended without success, of every program's state machine of a
 * kind. What it cannot be told goes to dead letters.
 */
public final class EndedExecutions extends Construct {
  /** What Lambda takes at most; nobody else settles it. */
  private static final Duration LONGEST = Duration.hours(6);

  public EndedExecutions(
      Construct scope, Names names, PlatformFunction function, Edge edge, Machine machine) {
    super(scope, function.spec().name().text() + "-executions");
    Queue deadLetters = new AsyncFailures(this, names, function, edge, LONGEST).deadLetters();
    CfnRule rule =
        CfnRule.Builder.create(this, "rule")
            .description("Runs whose execution has ended without success are settled")
            .eventPattern(pattern(names, machine))
            .targets(
                List.of(
                    RuleTarget.of(
                            "function", function.live().getFunctionArn(), deadLetters.getQueueArn())
                        .build()))
            .build();
    function
        .live()
        .addPermission(
            "executions",
            Permission.builder()
                .principal(new ServicePrincipal("events.amazonaws.com"))
                .sourceArn(rule.getAttrArn())
                .build());
    RuleTarget.accept(deadLetters, "Executions", rule);
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
}
