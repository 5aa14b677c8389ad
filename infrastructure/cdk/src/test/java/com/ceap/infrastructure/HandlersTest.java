package com.ceap.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.ceap.lambdas.topology.FunctionSpec;
import com.ceap.lambdas.topology.Topology;
import java.lang.reflect.Modifier;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

final class HandlersTest {
  static final List<FunctionSpec> FUNCTIONS = Topology.PLATFORM.functions();

  @ParameterizedTest
  @FieldSource("FUNCTIONS")
  void aHandlerIsOnTheClassPathAsLambdaWantsIt(FunctionSpec function) throws Exception {
    Class<?> handler = Class.forName(function.handler(), false, getClass().getClassLoader());

    assertThat(
            RequestHandler.class.isAssignableFrom(handler)
                || RequestStreamHandler.class.isAssignableFrom(handler))
        .as("%s handles requests", handler)
        .isTrue();
    assertThat(Modifier.isPublic(handler.getModifiers())).isTrue();
    assertThat(Modifier.isPublic(handler.getConstructor().getModifiers())).isTrue();
  }
}
