package com.ceap.model.program;

import com.ceap.model.yaml.YamlValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Turns an event pattern into EventBridge's own: under {@code detail}, a list of exactly two
 * ascending numbers is an inclusive range; everything else is taken as it is. <a
 * href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html">Source</a>
 */
final class EventPattern {
  private static final String DETAIL = "detail";
  private static final String OR = "$or";

  private static final Set<String> FIELDS =
      new TreeSet<>(
          Set.of(
              "account",
              DETAIL,
              "detail-type",
              "id",
              "region",
              "replay-name",
              "resources",
              "source",
              "time",
              "version",
              OR));

  private static final Set<String> OPERATORS =
      new TreeSet<>(
          Set.of(
              "anything-but",
              "cidr",
              "equals-ignore-case",
              "exists",
              "numeric",
              "prefix",
              "suffix",
              "wildcard"));

  private final Problems problems;

  EventPattern(Problems problems) {
    this.problems = problems;
  }

  Map<String, Object> read(YamlValue.Mapping pattern) {
    if (pattern.entries().isEmpty()) {
      problems.add(
          pattern.place(), "an empty pattern matches nothing", "name a source or a detail-type");
    }
    pattern.entries().stream()
        .filter(entry -> !FIELDS.contains(entry.key()))
        .forEach(
            entry ->
                problems.add(
                    entry.place(),
                    "unknown field of an event",
                    NearestName.hint(entry.key(), FIELDS, "fields")));
    return fields(pattern, false);
  }

  private Map<String, Object> fields(YamlValue.Mapping block, boolean ranges) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (YamlValue.Entry entry : block.entries()) {
      boolean inside = ranges || entry.key().equals(DETAIL);
      Object value =
          switch (entry.value()) {
            case YamlValue.Mapping nested -> fields(nested, inside);
            case YamlValue.Sequence list when entry.key().equals(OR) -> either(list, inside);
            case YamlValue.Sequence list -> values(list, inside);
            case YamlValue.Scalar scalar -> noList(scalar);
            case YamlValue.Nothing nothing -> noList(nothing);
          };
      fields.put(entry.key(), value);
    }
    return Collections.unmodifiableMap(fields);
  }

  private Object either(YamlValue.Sequence list, boolean ranges) {
    return list.items().stream()
        .map(item -> item instanceof YamlValue.Mapping block ? fields(block, ranges) : noList(item))
        .toList();
  }

  private Object values(YamlValue.Sequence list, boolean ranges) {
    List<Object> values = list.items().stream().map(this::value).toList();
    if (values.isEmpty()) {
      problems.add(list, "matches nothing", "give at least one value");
    }
    return ranges && ascendingPair(values)
        ? List.of(Map.of("numeric", List.of(">=", values.get(0), "<=", values.get(1))))
        : values;
  }

  private Object value(YamlValue item) {
    return switch (item) {
      case YamlValue.Nothing _ -> null; // JSON's null is a value that a pattern may match
      case YamlValue.Mapping operator -> {
        checkOperator(operator);
        yield RawValue.of(operator);
      }
      case YamlValue.Scalar scalar -> RawValue.of(scalar);
      case YamlValue.Sequence list -> noScalar(list);
    };
  }

  private Object noScalar(YamlValue.Sequence list) {
    problems.add(list, "a list in a list matches nothing", "write the values in one list");
    return List.of();
  }

  private void checkOperator(YamlValue.Mapping operator) {
    operator.entries().stream()
        .filter(entry -> !OPERATORS.contains(entry.key()))
        .forEach(
            entry ->
                problems.add(
                    entry.place(),
                    "unknown operator",
                    NearestName.hint(entry.key(), OPERATORS, "operators")));
  }

  private static boolean ascendingPair(List<Object> values) {
    return values.size() == 2
        && values.get(0) instanceof Number low
        && values.get(1) instanceof Number high
        && low.doubleValue() < high.doubleValue();
  }

  private Object noList(YamlValue value) {
    problems.add(value, "must be a list of values", "write it in brackets, such as [\"a\", \"b\"]");
    return List.of();
  }
}
