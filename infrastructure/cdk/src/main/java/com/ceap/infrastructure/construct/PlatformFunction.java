package com.ceap.infrastructure.construct;

import com.ceap.infrastructure.environment.Environment;
import com.ceap.lambdas.topology.FunctionSpec;
import com.ceap.lambdas.topology.Grant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Size;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.ApplicationLogLevel;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.LoggingFormat;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.SnapStartConf;
import software.amazon.awscdk.services.lambda.SystemLogLevel;
import software.amazon.awscdk.services.lambda.Tracing;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/**
 * A function as its description says: with a role, a log and an alias of its own. SnapStart works
 * on published versions only, so everything calls the alias.
 */
public final class PlatformFunction extends Construct {
  private final FunctionSpec spec;
  private final Role role;
  private final Alias live;

  /**
   * @param channelTypes the types of channel that have queues
   */
  public PlatformFunction(
      Construct scope,
      Environment environment,
      FunctionSpec spec,
      FunctionCode code,
      Set<String> channelTypes) {
    super(scope, spec.name().text());
    this.spec = spec;
    Names names = new Names(environment);
    LogGroup log = log(names, environment);
    this.role = role(names, log);
    GrantStatements statements = new GrantStatements(environment, channelTypes);
    for (Grant grant : spec.grants()) {
      statements.of(grant).forEach(role::addToPolicy);
    }
    Map<String, String> variables = new FunctionVariables(this, environment).of(spec.settings());
    this.live = live(function(names, log, code, variables));
    Excused.on(
        role.getNode().findChild("DefaultPolicy"),
        new Excused(
            "AwsSolutions-IAM5",
            "Keys of objects, schedules, streams and queues of programs are made while it runs;"
                + " each wildcard stands behind this environment's prefix. X-Ray knows no"
                + " resources."));
  }

  private LogGroup log(Names names, Environment environment) {
    return LogGroup.Builder.create(this, "log")
        .logGroupName("/aws/lambda/" + names.function(spec.name()))
        .retention(LogRetention.of(environment.logRetentionDays()))
        .removalPolicy(
            environment.deletionProtection() ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY)
        .build();
  }

  private Role role(Names names, LogGroup log) {
    Role made =
        Role.Builder.create(this, "role")
            .roleName(names.function(spec.name()))
            .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
            .build();
    made.addToPolicy(
        PolicyStatement.Builder.create()
            .actions(List.of("logs:CreateLogStream", "logs:PutLogEvents"))
            .resources(List.of(log.getLogGroupArn()))
            .build());
    return made;
  }

  private Function function(
      Names names, LogGroup log, FunctionCode code, Map<String, String> variables) {
    Function made =
        Function.Builder.create(this, "function")
            .functionName(names.function(spec.name()))
            .runtime(Runtime.JAVA_25)
            .architecture(Architecture.ARM_64)
            .code(code.of(spec.artifact()))
            .handler(spec.handler())
            .memorySize(spec.memoryMb())
            .timeout(Duration.seconds(spec.timeout().toSeconds()))
            .environment(variables)
            .role(role)
            .logGroup(log)
            .loggingFormat(LoggingFormat.JSON)
            .applicationLogLevelV2(ApplicationLogLevel.INFO)
            .systemLogLevelV2(SystemLogLevel.WARN)
            .tracing(Tracing.ACTIVE)
            .snapStart(spec.snapStart() ? SnapStartConf.ON_PUBLISHED_VERSIONS : null)
            .ephemeralStorageSize(Size.mebibytes(spec.scratchMb()))
            .build();
    if (spec.snapStart()) {
      Annotations.of(made)
          .acknowledgeWarning(
              "@aws-cdk/aws-lambda:snapStartRequirePublish", "its alias is on a published version");
    }
    return made;
  }

  private Alias live(Function function) {
    return Alias.Builder.create(this, "alias")
        .aliasName(Names.LIVE)
        .version(function.getCurrentVersion())
        .build();
  }

  public FunctionSpec spec() {
    return spec;
  }

  public Role role() {
    return role;
  }

  /** What everything calls. */
  public Alias live() {
    return live;
  }
}
