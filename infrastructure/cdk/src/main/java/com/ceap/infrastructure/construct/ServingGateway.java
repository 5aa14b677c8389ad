package com.ceap.infrastructure.construct;

import com.ceap.infrastructure.environment.Environment;
import com.ceap.infrastructure.environment.Environment.Api;
import com.ceap.lambdas.topology.ApiRoute;
import java.util.List;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.apigatewayv2.CfnApi;
import software.amazon.awscdk.services.apigatewayv2.CfnAuthorizer;
import software.amazon.awscdk.services.apigatewayv2.CfnIntegration;
import software.amazon.awscdk.services.apigatewayv2.CfnRoute;
import software.amazon.awscdk.services.apigatewayv2.CfnStage;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.Permission;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/**
 * The HTTP API before the serving function: JWTs for the app's routes, IAM for those of services,
 * nothing for links, health and the API's description. What is logged of a request names nobody.
 */
public final class ServingGateway extends Construct {
  /** The route, never the path: that holds the customer's id. */
  private static final String LOGGED =
      "{\"requestId\":\"$context.requestId\",\"time\":\"$context.requestTime\","
          + "\"route\":\"$context.routeKey\",\"status\":\"$context.status\","
          + "\"latency\":\"$context.responseLatency\","
          + "\"integrationLatency\":\"$context.integrationLatency\","
          + "\"integrationError\":\"$context.integrationErrorMessage\","
          + "\"authorizerError\":\"$context.authorizer.error\"}";

  private final CfnApi api;

  public ServingGateway(
      Construct scope, Environment environment, List<ApiRoute> routes, Alias function) {
    super(scope, "gateway");
    this.api = api(environment);
    CfnAuthorizer tokens = tokens(environment.api());
    CfnIntegration integration =
        CfnIntegration.Builder.create(this, "integration")
            .apiId(api.getRef())
            .integrationType("AWS_PROXY")
            .integrationUri(function.getFunctionArn())
            .payloadFormatVersion("2.0")
            .build();
    routes.forEach(route -> route(route, integration, tokens));
    stage(environment);
    function.addPermission(
        "api",
        Permission.builder()
            .principal(new ServicePrincipal("apigateway.amazonaws.com"))
            .sourceArn(new Names(environment).arn("execute-api", api.getRef() + "/*"))
            .build());
  }

  private CfnApi api(Environment environment) {
    CfnApi.Builder made =
        CfnApi.Builder.create(this, "api")
            .name(environment.prefix() + "serving")
            .protocolType("HTTP")
            .description("Candidates of customers, for apps and services");
    if (!environment.api().corsOrigins().isEmpty()) {
      made.corsConfiguration(cors(environment.api()));
    }
    return made.build();
  }

  private static CfnApi.CorsProperty cors(Api settings) {
    return CfnApi.CorsProperty.builder()
        .allowOrigins(settings.corsOrigins())
        .allowMethods(List.of("DELETE", "GET", "POST", "PUT"))
        .allowHeaders(
            List.of(
                "authorization",
                "content-type",
                "idempotency-key",
                "if-none-match",
                "x-request-id"))
        .exposeHeaders(List.of("etag", "retry-after", "x-request-id"))
        .maxAge(600)
        .build();
  }

  private CfnAuthorizer tokens(Api settings) {
    return CfnAuthorizer.Builder.create(this, "tokens")
        .apiId(api.getRef())
        .name("tokens")
        .authorizerType("JWT")
        .identitySource(List.of("$request.header.Authorization"))
        .jwtConfiguration(
            CfnAuthorizer.JWTConfigurationProperty.builder()
                .issuer(settings.jwtIssuer())
                .audience(settings.jwtAudience())
                .build())
        .build();
  }

  private void route(ApiRoute route, CfnIntegration integration, CfnAuthorizer tokens) {
    String key = route.method() + " " + route.path();
    CfnRoute.Builder made =
        CfnRoute.Builder.create(this, "route " + key.replace('/', '.'))
            .apiId(api.getRef())
            .routeKey(key)
            .target("integrations/" + integration.getRef());
    switch (route.access()) {
      case JWT -> made.authorizationType("JWT").authorizerId(tokens.getRef());
      case IAM -> made.authorizationType("AWS_IAM");
      case PUBLIC -> made.authorizationType("NONE");
    }
    CfnRoute resource = made.build();
    if (route.access() == ApiRoute.Access.PUBLIC) {
      Excused.on(
          resource,
          new Excused(
              "AwsSolutions-APIG4",
              "Open to everybody: health, the API's description, and links of messages, which are"
                  + " signed themselves."));
    }
  }

  private void stage(Environment environment) {
    LogGroup log =
        LogGroup.Builder.create(this, "access-log")
            .logGroupName("/aws/apigateway/" + environment.prefix() + "serving")
            .retention(LogRetention.of(environment.logRetentionDays()))
            .removalPolicy(
                environment.deletionProtection() ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY)
            .build();
    CfnStage.Builder.create(this, "stage")
        .apiId(api.getRef())
        .stageName("$default")
        .autoDeploy(true)
        .accessLogSettings(
            CfnStage.AccessLogSettingsProperty.builder()
                .destinationArn(log.getLogGroupArn())
                .format(LOGGED)
                .build())
        .defaultRouteSettings(
            CfnStage.RouteSettingsProperty.builder()
                .detailedMetricsEnabled(true)
                .throttlingRateLimit(environment.api().requestsPerSecond())
                .throttlingBurstLimit(environment.api().burst())
                .build())
        .build();
  }

  /** Where the API answers. */
  public String url() {
    return "https://" + api.getRef() + ".execute-api." + Aws.REGION + "." + Aws.URL_SUFFIX;
  }

  /** By which CloudWatch tells APIs apart. */
  public String apiId() {
    return api.getRef();
  }
}
