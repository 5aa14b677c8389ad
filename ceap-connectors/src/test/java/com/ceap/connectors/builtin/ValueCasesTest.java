package com.ceap.connectors.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.connectors.spi.Chunk;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of each kind of value, from values.csv. */
class ValueCasesTest {
  @ParameterizedTest
  @MethodSource("cases")
  void valuesBecomeAttributesOrAreRejectedWithAReason(Case one) {
    List<String> columns = new ArrayList<>(List.of("customer_id", "product_id"));
    List<Object> values = new ArrayList<>(List.of("C1", "P1"));
    int at = columns.indexOf(one.column());
    if (at < 0) {
      columns.add(one.column());
      values.add(one.given());
      at = 2;
    } else {
      values.set(at, one.given());
    }
    RecordedSink sink = new RecordedSink();
    Chunk chunk = new Chunk("views", 3, 8, List.of("all"), LocalDate.parse("2026-11-20"));
    ListWarehouse warehouse = new ListWarehouse(columns, List.of(values));
    AthenaConfig config =
        new AthenaConfig(
            Optional.empty(), Optional.of("t"), Optional.empty(), Map.of(), "product_id");
    new AthenaDataConnector("views", config, warehouse).read(chunk, sink);

    if (one.sentence().isEmpty()) {
      assertThat(sink.rejected).isEmpty();
      assertThat(sink.records.getFirst().attributes().at(at))
          .isEqualTo(Optional.ofNullable(one.attribute()));
    } else {
      assertThat(sink.records).isEmpty();
      assertThat(sink.rejected.getFirst().reasonCode() + ": " + sink.rejected.getFirst().sentence())
          .isEqualTo(one.sentence());
      assertThat(sink.rejected.getFirst().position()).isEqualTo("row 1 of views, chunk 3");
    }
  }

  static Stream<Case> cases() throws IOException {
    try (InputStream file = ValueCasesTest.class.getResourceAsStream("values.csv")) {
      String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
      return text
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(ValueCasesTest::parse)
          .toList()
          .stream();
    }
  }

  private static Case parse(String line) {
    List<String> parts = Arrays.asList(line.split(" \\| ", 3));
    String expected = parts.get(2);
    boolean rejected = Character.isUpperCase(expected.charAt(0));
    return new Case(
        parts.get(0),
        value(parts.get(1)),
        rejected ? null : value(expected),
        rejected ? expected : "");
  }

  private static Object value(String typed) {
    int colon = typed.indexOf(':');
    String text = typed.substring(colon + 1);
    return switch (typed.substring(0, colon)) {
      case "text" -> text;
      case "whole" -> Long.valueOf(text);
      case "number" -> Double.valueOf(text);
      case "flag" -> Boolean.valueOf(text);
      case "time" -> Instant.parse(text);
      case "day" -> LocalDate.parse(text);
      case "list" -> List.of(text);
      case "null" -> null;
      default -> throw new IllegalArgumentException("no type of values.csv: " + typed);
    };
  }

  record Case(String column, Object given, Object attribute, String sentence) {}
}
