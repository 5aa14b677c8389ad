package com.ceap.lambdas.topology;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * JSON cannot refer to itself, so that each state of a definition has its retries in full; what
 * calls the same kind of service must not drift apart.
 */
class RetriesTest {
  private static final String FUNCTION = "arn:aws:states:::lambda:invoke";

  /** The campaign's two functions are tried again in two ways, each for itself. */
  @ParameterizedTest
  @EnumSource(names = {"BATCH", "RETRAIN"})
  void statesThatCallTheSameKindOfServiceAreTriedAgainAlike(Machine machine) throws IOException {
    Map<String, Set<String>> policies = new TreeMap<>();
    List<JsonNode> tasks = tasks(machine);
    for (JsonNode task : tasks) {
      assertThat(task.path("Retry")).as("%s", task).isNotEmpty();
      policies
          .computeIfAbsent(
              task.path("Resource").asText().equals(FUNCTION) ? "functions" : "services",
              _ -> new TreeSet<>())
          .add(task.path("Retry").toString());
    }

    assertThat(tasks).hasSizeGreaterThan(5);
    assertThat(policies).allSatisfy((kind, ways) -> assertThat(ways).as(kind).hasSize(1));
  }

  private static List<JsonNode> tasks(Machine machine) throws IOException {
    try (InputStream in = Machine.class.getResourceAsStream(machine.definition())) {
      List<JsonNode> tasks = new ArrayList<>();
      for (JsonNode object : new ObjectMapper().readTree(in).findParents("Type")) {
        add(object, tasks);
      }
      return tasks;
    }
  }

  /** Looks below as well, where a state has states of its own. */
  private static void add(JsonNode object, List<JsonNode> tasks) {
    if (object.path("Type").asText().equals("Task")) {
      tasks.add(object);
    }
    for (JsonNode states : object.findValues("States")) {
      states.forEach(state -> add(state, tasks));
    }
  }
}
