package com.ceap.infrastructure;

import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Annotations;
import software.amazon.awscdk.assertions.Match;

final class SecurityTest {
  private static Synthesis prod;

  @BeforeAll
  static void synthesise() {
    NodeRuntime.assumeInstalled();
    prod = Synthesis.of("prod", app -> Aspects.of(app).add(new AwsSolutionsChecks()));
  }

  @TestFactory
  List<DynamicTest> cdkNagFindsNothingThatIsNotExcused() {
    return prod.stacks().values().stream().map(SecurityTest::check).toList();
  }

  private static DynamicTest check(Stack stack) {
    return DynamicTest.dynamicTest(
        stack.getNode().getId(),
        () ->
            Annotations.fromStack(stack)
                .hasNoError("*", Match.stringLikeRegexp("AwsSolutions-.*")));
  }
}
