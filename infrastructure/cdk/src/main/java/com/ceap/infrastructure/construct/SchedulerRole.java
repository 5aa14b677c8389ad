package com.ceap.infrastructure.construct;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/** The role by which EventBridge Scheduler acts for this account alone. */
public final class SchedulerRole extends Construct {
  private final Role role;

  public SchedulerRole(Construct scope, String id, String name) {
    super(scope, id);
    this.role =
        Role.Builder.create(this, "role")
            .roleName(name)
            .assumedBy(
                new ServicePrincipal("scheduler.amazonaws.com")
                    .withConditions(
                        Map.of("StringEquals", Map.of("aws:SourceAccount", Aws.ACCOUNT_ID))))
            .build();
  }

  public void maySendTo(Queue queue) {
    may("sqs:SendMessage", queue.getQueueArn());
  }

  /** Calls a function's alias. */
  public void mayCall(String functionArn) {
    may("lambda:InvokeFunction", functionArn);
  }

  public void mayStart(String stateMachineArn) {
    may("states:StartExecution", stateMachineArn);
  }

  private void may(String action, String resource) {
    role.addToPolicy(
        PolicyStatement.Builder.create()
            .actions(List.of(action))
            .resources(List.of(resource))
            .build());
  }

  public String arn() {
    return role.getRoleArn();
  }

  /** What must be there before a schedule names the role. */
  public Role role() {
    return role;
  }
}
