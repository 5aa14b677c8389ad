package com.ceap.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.ceap.lambdas.topology.FunctionName;
import com.ceap.lambdas.topology.FunctionSpec;
import com.ceap.lambdas.topology.Topology;
import java.lang.reflect.Modifier;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

final class HandlersTest {
  /** Described, and not built yet; whoever builds one takes it off. */
  private static final Set<FunctionName> UNBUILT = EnumSet.of(FunctionName.JOBS);

  static final List<FunctionSpec> FUNCTIONS =
      Topology.PLATFORM.functions().stream()
          .filter(function -> !UNBUILT.contains(function.name()))
          .toList();

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
