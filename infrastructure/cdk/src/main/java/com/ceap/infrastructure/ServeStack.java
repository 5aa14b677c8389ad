package com.ceap.infrastructure;

import com.ceap.infrastructure.construct.PlatformFunction;
import com.ceap.infrastructure.construct.ServingGateway;
import com.ceap.lambdas.topology.FunctionName;
import com.ceap.lambdas.topology.StackName;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ssm.StringParameter;
import software.constructs.Construct;

/** The serving API: its function, and the HTTP API before it. */
public final class ServeStack extends Stack {
  ServeStack(Construct scope, Platform platform) {
    super(
        scope,
        StackName.SERVE_WORKFLOW.title(),
        StackSettings.of(
            platform.environment(), StackName.SERVE_WORKFLOW.title(), "CEAP: the serving API"));
    PlatformFunction function =
        platform.addFunctions(this, StackName.SERVE_WORKFLOW).get(FunctionName.SERVING);
    ServingGateway gateway =
        new ServingGateway(
            this, platform.environment(), platform.topology().routes(), function.live());
    StringParameter.Builder.create(this, "api-url")
        .parameterName(platform.names().apiUrlParameter())
        .description("Where links of messages lead, unless the environment names another place")
        .stringValue(gateway.url())
        .build();
    StringParameter.Builder.create(this, "api-id")
        .parameterName(platform.names().apiIdParameter())
        .description("By which metrics of the serving API are found")
        .stringValue(gateway.apiId())
        .build();
    CfnOutput.Builder.create(this, "ApiUrl").value(gateway.url()).build();
  }
}
