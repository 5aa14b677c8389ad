package com.ceap.infrastructure.construct;

import com.ceap.infrastructure.environment.Environment;
import com.ceap.lambdas.topology.Edge;
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

/** A program's batch: the one definition, on the functions of this environment. */
public final class ProgramBatch extends Construct {
  private static final String DEFINITION = "/com/ceap/lambdas/topology/batch.asl.json";

  private final Names names;
  private final String name;

  public ProgramBatch(
      Construct scope, Environment environment, String programId, Topology topology) {
    super(scope, "batch");
    this.names = new Names(environment);
    this.name = names.stateMachine(programId);
    Map<String, String> functions = functions(topology);
    LogGroup log = log(environment);
    Role role = role(functions);
    CfnStateMachine machine =
        CfnStateMachine.Builder.create(this, "machine")
            .stateMachineName(name)
            .stateMachineType("STANDARD")
            .roleArn(role.getRoleArn())
            .definitionString(definition())
            .definitionSubstitutions(substitutions(functions))
            .tracingConfiguration(
                CfnStateMachine.TracingConfigurationProperty.builder().enabled(true).build())
            .loggingConfiguration(logging(log))
            .build();
    machine.getNode().addDependency(role);
    Excused.on(
        machine,
        new Excused(
            "AwsSolutions-SF1",
            "Failures are logged; each of a run's events beside its trace in the bucket would cost"
                + " more than the run."));
    Excused.on(
        role.getNode().findChild("DefaultPolicy"),
        new Excused(
            "AwsSolutions-IAM5",
            "Keys of a run and names of executions are made while it runs; X-Ray and the delivery"
                + " of logs know no resources."));
  }

  private static String definition() {
    try (InputStream in = ProgramBatch.class.getResourceAsStream(DEFINITION)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + DEFINITION, e);
    }
  }

  private Map<String, String> functions(Topology topology) {
    Map<String, String> functions = new TreeMap<>();
    for (Edge edge : topology.edges()) {
      if (edge.source() instanceof Edge.Source.OfState(String substitution)) {
        functions.put(substitution, names.liveArn(edge.function()));
      }
    }
    return functions;
  }

  private Map<String, String> substitutions(Map<String, String> functions) {
    Map<String, String> all = new TreeMap<>(functions);
    all.put("DataBucket", names.dataBucket());
    return all;
  }

  private LogGroup log(Environment environment) {
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

  /** https://docs.aws.amazon.com/step-functions/latest/dg/iam-policies-eg-dist-map.html */
  private Role role(Map<String, String> functions) {
    Role role =
        Role.Builder.create(this, "role")
            .assumedBy(new ServicePrincipal("states.amazonaws.com"))
            .build();
    allow(role, List.of("lambda:InvokeFunction"), List.copyOf(functions.values()));
    allow(
        role,
        List.of("states:StartExecution"),
        List.of(names.arn("states", "stateMachine:" + name)));
    allow(
        role,
        List.of("states:DescribeExecution", "states:StopExecution"),
        List.of(names.arn("states", "execution:" + name + "/*")));
    allow(
        role,
        List.of("states:RedriveExecution"),
        List.of(names.arn("states", "execution:" + name + "/*:*")));
    allow(
        role,
        List.of(
            "s3:AbortMultipartUpload",
            "s3:GetObject",
            "s3:ListMultipartUploadParts",
            "s3:PutObject"),
        List.of(names.objectsArn("runs/")));
    allow(
        role,
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
    return role;
  }

  private static void allow(Role role, List<String> actions, List<String> resources) {
    role.addToPolicy(
        PolicyStatement.Builder.create().actions(actions).resources(resources).build());
  }
}
