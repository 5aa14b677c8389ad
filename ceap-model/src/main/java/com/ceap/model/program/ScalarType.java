package com.ceap.model.program;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * How a single value is read as a Java type.
 *
 * @param wrong what a message says of a value that does not fit
 * @param right what would be right
 * @param jsonType the type in a JSON Schema
 * @param read the typed value of a String, Long, Double or Boolean; empty where it does not fit
 */
record ScalarType(
    String wrong, String right, String jsonType, Function<Object, Optional<Object>> read) {
  private static final ScalarType FLAG =
      new ScalarType(
          "must be true or false",
          "write true or false",
          "boolean",
          value -> value instanceof Boolean flag ? Optional.of(flag) : Optional.empty());
  private static final ScalarType INT =
      whole(value -> value == (int) value ? Optional.of((int) value) : Optional.empty());
  private static final ScalarType LONG = whole(Optional::of);
  private static final ScalarType DOUBLE =
      new ScalarType("must be a number", "give a number such as 0.5", "number", ScalarType::number);

  private static final Map<Class<?>, ScalarType> ALL =
      Map.ofEntries(
          Map.entry(
              String.class, text("must be text", "put it in quotes", text -> Optional.of(text))),
          Map.entry(boolean.class, FLAG),
          Map.entry(Boolean.class, FLAG),
          Map.entry(int.class, INT),
          Map.entry(Integer.class, INT),
          Map.entry(long.class, LONG),
          Map.entry(Long.class, LONG),
          Map.entry(double.class, DOUBLE),
          Map.entry(Double.class, DOUBLE),
          Map.entry(
              LocalTime.class,
              text("not a time of day", "write it like \"10:00\"", ScalarType::time)),
          Map.entry(
              ZoneId.class,
              text("unknown time zone", "write it like Europe/Berlin", ScalarType::zone)));

  static Optional<ScalarType> find(Class<?> type) {
    return Optional.ofNullable(ALL.get(type));
  }

  private interface WholeRange {
    Optional<Object> fit(long value);
  }

  private static ScalarType whole(WholeRange range) {
    return new ScalarType(
        "must be a whole number",
        "give a number such as 3",
        "integer",
        value -> value instanceof Long whole ? range.fit(whole) : Optional.empty());
  }

  private static ScalarType text(
      String wrong, String right, Function<String, Optional<Object>> parse) {
    return new ScalarType(
        wrong,
        right,
        "string",
        value -> value instanceof String text ? parse.apply(text) : Optional.empty());
  }

  private static Optional<Object> number(Object value) {
    return value instanceof Number number && Double.isFinite(number.doubleValue())
        ? Optional.of(number.doubleValue())
        : Optional.empty();
  }

  private static Optional<Object> time(String text) {
    try {
      return Optional.of(LocalTime.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Object> zone(String text) {
    return TimeZones.find(text).map(zone -> (Object) zone);
  }
}
