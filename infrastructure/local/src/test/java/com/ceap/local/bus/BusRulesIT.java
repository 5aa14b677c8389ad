package com.ceap.local.bus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Where events go, by the cases of {@code routes.json}. */
final class BusRulesIT {
  @TempDir private static Path folder;
  private static BusRules rules;

  @BeforeAll
  static void readPrograms() {
    rules = BusRules.of(BusPrograms.all(folder));
  }

  @TestFactory
  Stream<DynamicTest> anEventGoesWhereItsCaseSays() throws IOException {
    try (InputStream cases = BusRulesIT.class.getResourceAsStream("routes.json")) {
      return StreamSupport.stream(new ObjectMapper().readTree(cases).spliterator(), false)
          .map(one -> DynamicTest.dynamicTest(one.path("name").asText(), () -> check(one)));
    }
  }

  private static void check(JsonNode one) {
    PutEntry entry =
        new PutEntry(
            one.path("source").asText(),
            one.path("detail-type").asText(),
            one.path("detail").toString().replace("\"Infinity\"", "1e999999999"),
            one.path("bus").asText(),
            List.of(),
            Optional.empty());
    String event = Envelope.of("E1", entry, Instant.EPOCH);
    String[] expected =
        StreamSupport.stream(one.path("queues").spliterator(), false)
            .map(JsonNode::asText)
            .toArray(String[]::new);

    assertThat(rules.queues(entry.bus(), event).orElseThrow()).containsExactlyInAnyOrder(expected);
  }

  @Test
  void thereIsTheDefaultBusAndThoseOfThePrograms() {
    assertThat(rules.buses())
        .containsExactlyInAnyOrder("default", "ecommerce-platform", "orders-bus", "sleepy-bus");
    assertThat(rules.problems()).isEmpty();
  }

  @Test
  void aPatternThatEventBridgeRefusesIsNamedAndTheOthersStillHold() {
    BusRules some =
        BusRules.of(
            List.of(
                BusPrograms.listening(
                    folder, "broken", true, "b", "detail: {name: [{wildcard: \"a**b\"}]}"),
                BusPrograms.listening(folder, "whole", true, "b", "source: [\"s\"]")));

    assertThat(some.problems())
        .containsExactly(
            "program broken: the pattern of event source source is none that EventBridge takes:"
                + " Consecutive wildcard characters at pos 2");
    assertThat(some.queues("b", "{\"source\": \"s\"}").orElseThrow())
        .containsExactly("events-whole");
  }
}
