package com.ceap.infrastructure.construct;

import com.ceap.infrastructure.environment.Environment;
import com.ceap.lambdas.campaign.CampaignChannel;
import com.ceap.lambdas.topology.Machine;
import com.ceap.lambdas.topology.Topology;
import com.ceap.model.program.Program;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.services.events.CfnRule;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/**
 * A program's campaigns: their state machine, started by each batch that succeeds. EventBridge may
 * tell of one twice; nothing goes out twice for that.
 */
public final class ProgramCampaigns extends Construct {
  /** Whether a program's batches have something to send. */
  public static boolean neededBy(Program program) {
    return !program.dataConnectors().isEmpty() && !CampaignChannel.of(program).isEmpty();
  }

  /**
   * @param deadLetters where what could not be started goes
   */
  public ProgramCampaigns(
      Construct scope,
      Environment environment,
      String programId,
      Topology topology,
      Queue deadLetters) {
    super(scope, "campaigns");
    Names names = new Names(environment);
    new ProgramMachine(
        this,
        environment,
        Machine.CAMPAIGN,
        names.machine(Machine.CAMPAIGN, programId),
        topology,
        Map.of());
    CfnRule rule =
        CfnRule.Builder.create(this, "rule")
            .description("Campaigns of " + programId + " begin when its batch has succeeded")
            .eventPattern(succeeded(names.machineArn(Machine.BATCH, programId)))
            .targets(List.of(target(names.machineArn(Machine.CAMPAIGN, programId), deadLetters)))
            .build();
    RuleTarget.accept(deadLetters, "Campaigns", rule);
  }

  /** https://docs.aws.amazon.com/step-functions/latest/dg/cw-events.html */
  private static Map<String, Object> succeeded(String batchArn) {
    Map<String, Object> pattern = new TreeMap<>();
    pattern.put("source", List.of("aws.states"));
    pattern.put("detail-type", List.of("Step Functions Execution Status Change"));
    pattern.put(
        "detail",
        new TreeMap<>(
            Map.of("status", List.of("SUCCEEDED"), "stateMachineArn", List.of(batchArn))));
    return pattern;
  }

  private CfnRule.TargetProperty target(String machineArn, Queue deadLetters) {
    return RuleTarget.of("campaigns", machineArn, deadLetters.getQueueArn())
        .roleArn(role(machineArn).getRoleArn())
        .inputPath("$.detail")
        .build();
  }

  private Role role(String machineArn) {
    Role role =
        Role.Builder.create(this, "starter")
            .assumedBy(
                new ServicePrincipal("events.amazonaws.com")
                    .withConditions(
                        Map.of("StringEquals", Map.of("aws:SourceAccount", Aws.ACCOUNT_ID))))
            .build();
    role.addToPolicy(
        PolicyStatement.Builder.create()
            .actions(List.of("states:StartExecution"))
            .resources(List.of(machineArn))
            .build());
    return role;
  }
}
