package com.ceap.endpoint.aws;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Looks for the endpoint once a JVM, and closes what it started when the tests are over. */
final class EndpointExtension implements ExecutionCondition, ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(EndpointExtension.class);

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return switch (place(context)) {
      case EndpointPlace.Found found ->
          ConditionEvaluationResult.enabled("AWS is at " + found.endpoint().uri());
      case EndpointPlace.Nowhere nowhere -> ConditionEvaluationResult.disabled(nowhere.reason());
    };
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == AwsEndpoint.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return switch (place(context)) {
      case EndpointPlace.Found found -> found.endpoint();
      case EndpointPlace.Nowhere nowhere -> throw new IllegalStateException(nowhere.reason());
    };
  }

  private static EndpointPlace place(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(
            EndpointPlace.class,
            _ -> EndpointPlace.find(System.getenv(), Containers.onDocker()),
            EndpointPlace.class);
  }
}
