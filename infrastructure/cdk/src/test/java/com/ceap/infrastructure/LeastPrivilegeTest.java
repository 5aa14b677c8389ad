package com.ceap.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.lambdas.topology.FunctionSpec;
import com.ceap.lambdas.topology.Topology;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.assertions.Template;

final class LeastPrivilegeTest {
  private static final Path EXPECTED =
      Path.of("src/test/resources/com/ceap/infrastructure/actions.txt");

  private static Synthesis prod;

  @BeforeAll
  static void synthesise() {
    NodeRuntime.assumeInstalled();
    prod = Synthesis.of("prod");
  }

  @Test
  void everyFunctionMayDoWhatIsListedAndNothingElse() throws IOException {
    StringBuilder actual = new StringBuilder();
    for (FunctionSpec spec : Topology.PLATFORM.functions()) {
      actual.append(spec.name().text()).append('\n');
      actions(spec).forEach(action -> actual.append("  ").append(action).append('\n'));
    }

    if (Boolean.getBoolean("ceap.docs.write")) {
      Files.writeString(EXPECTED, actual);
    }
    assertThat(Files.readString(EXPECTED)).isEqualTo(actual.toString());
  }

  @Test
  void noActionIsAWildcard() throws IOException {
    assertThat(Files.readString(EXPECTED)).doesNotContain("*");
  }

  @Test
  void noTableOrQueueIsMeantByAnythingButItsName() {
    for (FunctionSpec spec : Topology.PLATFORM.functions()) {
      statements(spec).stream()
          .filter(
              statement ->
                  Resources.list(statement.get("Action")).toString().contains("dynamodb:Put"))
          .forEach(
              statement -> assertThat(statement.get("Resource").toString()).doesNotContain("/*"));
    }
  }

  private static Set<String> actions(FunctionSpec spec) {
    Set<String> actions = new TreeSet<>();
    statements(spec)
        .forEach(
            statement -> Resources.list(statement.get("Action")).forEach(a -> actions.add("" + a)));
    return actions;
  }

  private static List<Map<String, Object>> statements(FunctionSpec spec) {
    Template template = prod.template(spec.stack().title());
    Map<String, Object> policies = new TreeMap<>(template.findResources("AWS::IAM::Policy"));
    return policies.entrySet().stream()
        .filter(policy -> policy.getKey().startsWith(logicalId(spec) + "roleDefaultPolicy"))
        .map(policy -> Resources.map(Resources.map(policy.getValue()).get("Properties")))
        .map(policy -> Resources.map(policy.get("PolicyDocument")))
        .flatMap(document -> Resources.list(document.get("Statement")).stream())
        .map(Resources::map)
        .toList();
  }

  private static String logicalId(FunctionSpec spec) {
    return spec.name().text().replace("-", "");
  }
}
