package com.ceap.lambdas.batch.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.lambdas.topology.Edge;
import com.ceap.lambdas.topology.Machine;
import com.ceap.lambdas.topology.Topology;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What holds of the state machine's definition without running it. */
class BatchDefinitionTest {
  private static final Set<String> RETRIED =
      Set.of(TransientException.class.getName(), DependencyDownException.class.getName());
  private static JsonNode definition;

  @BeforeAll
  static void read() throws IOException {
    try (InputStream in =
        BatchDefinitionTest.class.getResourceAsStream(
            "/com/ceap/lambdas/topology/batch.asl.json")) {
      definition = new ObjectMapper().readTree(in);
    }
  }

  @Test
  void itIsJsonPathThroughout() {
    assertThat(definition.toString()).doesNotContain("QueryLanguage", "{%", "Arguments");
  }

  @Test
  void itNamesExactlyTheFunctionsOfTheTopology() {
    Set<String> states =
        Topology.PLATFORM.edges().stream()
            .map(Edge::source)
            .filter(Edge.Source.OfState.class::isInstance)
            .map(Edge.Source.OfState.class::cast)
            .filter(state -> state.machine() == Machine.BATCH)
            .map(Edge.Source.OfState::substitution)
            .collect(Collectors.toCollection(TreeSet::new));
    states.add("DataBucket");
    assertThat(
            Pattern.compile("\\$\\{(\\w+)}")
                .matcher(definition.toString())
                .results()
                .map(result -> result.group(1)))
        .hasSameElementsAs(states);
  }

  @Test
  void everyFunctionIsCalledAgainAfterWhatMayPassAndNeverAfterWhatStays() {
    assertThat(tasks()).hasSize(8).allSatisfy(BatchDefinitionTest::triesAgain);
  }

  private static void triesAgain(JsonNode task) {
    List<String> names = new ArrayList<>();
    for (JsonNode retrier : task.path("Retry")) {
      assertThat(retrier.path("JitterStrategy").asText()).isEqualTo("FULL");
      assertThat(retrier.path("MaxDelaySeconds").asInt()).isBetween(1, 60);
      assertThat(retrier.path("BackoffRate").asDouble()).isGreaterThan(1);
      retrier.path("ErrorEquals").forEach(name -> names.add(name.asText()));
    }
    assertThat(names).filteredOn(name -> name.startsWith("com.ceap.")).hasSameElementsAs(RETRIED);
    assertThat(names).doesNotContain("States.ALL", "States.TaskFailed");
  }

  @Test
  void everyErrorEndsWhereTheRunIsRecordedAsFailed() {
    definition
        .path("States")
        .properties()
        .forEach(
            state -> {
              String type = state.getValue().path("Type").asText();
              if (!type.equals("Choice") && !state.getKey().equals("RecordFailure")) {
                assertThat(state.getValue().at("/Catch/0/ErrorEquals/0").asText())
                    .as(state.getKey())
                    .isEqualTo("States.ALL");
                assertThat(state.getValue().at("/Catch/0/Next").asText())
                    .isEqualTo("RecordFailure");
              }
            });
  }

  private static List<JsonNode> tasks() {
    return definition.findParents("FunctionName").stream()
        .map(parameters -> owner(definition, parameters))
        .toList();
  }

  private static JsonNode owner(JsonNode node, JsonNode parameters) {
    return node.findParents("Parameters").stream()
        .filter(state -> state.get("Parameters").equals(parameters))
        .findFirst()
        .orElseThrow();
  }
}
