package com.ceap.infrastructure.construct;

import com.ceap.infrastructure.environment.Environment;
import com.ceap.lambdas.topology.Edge;
import com.ceap.lambdas.topology.Machine;
import com.ceap.lambdas.topology.Topology;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.stepfunctions.CfnStateMachine;
import software.constructs.Construct;

/** A state machine: the one definition, on the functions of this environment. */
final class ProgramMachine extends Construct {
  private final Role role;

  /**
   * @param name on AWS
   * @param other what the definition names beside functions
   */
  ProgramMachine(
      Construct scope,
      Environment environment,
      Machine machine,
      String name,
      Topology topology,
      Map<String, String> other) {
    super(scope, "of-" + machine.text());
    Map<String, String> functions = functions(new Names(environment), machine, topology);
    this.role = role(functions);
    Map<String, String> substitutions = new TreeMap<>(functions);
    substitutions.putAll(other);
    CfnStateMachine made =
        CfnStateMachine.Builder.create(this, "machine")
            .stateMachineName(name)
            .stateMachineType("STANDARD")
            .roleArn(role.getRoleArn())
            .definitionString(definition(machine))
            .definitionSubstitutions(substitutions)
            .tracingConfiguration(
                CfnStateMachine.TracingConfigurationProperty.builder().enabled(true).build())
            .loggingConfiguration(logging(log(environment, name)))
            .build();
    made.getNode().addDependency(role);
    excuse(made);
  }

  private void excuse(CfnStateMachine made) {
    Excused.on(
        made,
        new Excused(
            "AwsSolutions-SF1",
            "Failures are logged; each of a run's events beside its trace in the bucket would cost"
                + " more than the run."));
    Excused.on(
        role.getNode().findChild("DefaultPolicy"),
        new Excused(
            "AwsSolutions-IAM5",
            "Keys of a run and names of executions and of what SageMaker is told to make are made"
                + " while it runs; X-Ray and the delivery of logs know no resources."));
  }

  private static String definition(Machine machine) {
    try (InputStream in = Machine.class.getResourceAsStream(machine.definition())) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + machine.definition(), e);
    }
  }

  private static Map<String, String> functions(Names names, Machine machine, Topology topology) {
    Map<String, String> functions = new TreeMap<>();
    for (Edge edge : topology.edges()) {
      if (edge.source() instanceof Edge.Source.OfState(Machine of, String substitution)
          && of == machine) {
        functions.put(substitution, names.liveArn(edge.function()));
      }
    }
    return functions;
  }

  private LogGroup log(Environment environment, String name) {
    return LogGroup.Builder.create(this, "log")
        .logGroupName("/aws/vendedlogs/states/" + name)
        .retention(LogRetention.of(environment.logRetentionDays()))
        .removalPolicy(
            environment.deletionProtection() ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY)
        .build();
  }

  private static CfnStateMachine.LoggingConfigurationProperty logging(LogGroup log) {
    return CfnStateMachine.LoggingConfigurationProperty.builder()
        .level("ERROR")
        .includeExecutionData(false)
        .destinations(
            List.of(
                CfnStateMachine.LogDestinationProperty.builder()
                    .cloudWatchLogsLogGroup(
                        CfnStateMachine.CloudWatchLogsLogGroupProperty.builder()
                            .logGroupArn(log.getLogGroupArn())
                            .build())
                    .build()))
        .build();
  }

  private Role role(Map<String, String> functions) {
    Role made =
        Role.Builder.create(this, "role")
            .assumedBy(new ServicePrincipal("states.amazonaws.com"))
            .build();
    allow(made, List.of("lambda:InvokeFunction"), List.copyOf(functions.values()));
    allow(
        made,
        List.of(
            "logs:CreateLogDelivery",
            "logs:DeleteLogDelivery",
            "logs:DescribeLogGroups",
            "logs:DescribeResourcePolicies",
            "logs:GetLogDelivery",
            "logs:ListLogDeliveries",
            "logs:PutResourcePolicy",
            "logs:UpdateLogDelivery",
            "xray:GetSamplingRules",
            "xray:GetSamplingTargets",
            "xray:PutTelemetryRecords",
            "xray:PutTraceSegments"),
        List.of("*"));
    return made;
  }

  /** Lets the machine do more than call its functions. */
  void allow(List<String> actions, List<String> resources) {
    allow(role, actions, resources);
  }

  void allow(PolicyStatement statement) {
    role.addToPolicy(statement);
  }

  private static void allow(Role role, List<String> actions, List<String> resources) {
    role.addToPolicy(
        PolicyStatement.Builder.create().actions(actions).resources(resources).build());
  }
}
