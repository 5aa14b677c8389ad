package com.ceap.model;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What was measured about a customer and a subject, by canonical snake_case name ({@code
 * view_count}, {@code time_spent} in seconds, {@code add_to_cart}, {@code price}, …). Values are
 * Long, Double, Boolean, String, Instant, or nested List and Map of these; absent values are not
 * listed by {@link #asMap()}. Immutable and thread-safe.
 */
public final class Attributes {
  public static final Attributes EMPTY = new Attributes(AttributeSchema.EMPTY, new Object[0]);

  private final AttributeSchema schema;
  private final Object[] values;

  /**
   * Takes ownership of {@code values}, one for each name of the schema, absent ones {@code null}.
   *
   * @throws IllegalArgumentException on a count that does not fit the schema
   */
  public Attributes(AttributeSchema schema, Object[] values) {
    if (schema.size() != values.length) {
      throw new IllegalArgumentException(
          values.length + " values for " + schema.size() + " attributes");
    }
    this.schema = schema;
    this.values = values;
  }

  public static Attributes of(Map<String, ?> values) {
    AttributeSchema schema = new AttributeSchema(List.copyOf(values.keySet()));
    Object[] row = new Object[schema.size()];
    values.forEach((name, value) -> row[schema.position(name)] = normal(value));
    return new Attributes(schema, row);
  }

  public AttributeSchema schema() {
    return schema;
  }

  public Optional<Object> find(String name) {
    int position = schema.position(name);
    return position < 0 ? Optional.empty() : Optional.ofNullable(values[position]);
  }

  /** The value at a position of the {@link #schema()}. */
  public Optional<Object> at(int position) {
    return Optional.ofNullable(values[position]);
  }

  /**
   * The value at a position of the {@link #schema()}, or null; for code that runs for every row.
   */
  public Object raw(int position) {
    return values[position];
  }

  public boolean has(String name) {
    int position = schema.position(name);
    return position >= 0 && values[position] != null;
  }

  /**
   * The attribute as a whole number.
   *
   * @throws AttributeTypeException where the attribute is no whole number
   */
  public OptionalLong integer(String name) {
    int position = schema.position(name);
    Object value = position < 0 ? null : values[position];
    if (value == null) {
      return OptionalLong.empty();
    }
    if (value instanceof Long number) {
      return OptionalLong.of(number);
    }
    throw new AttributeTypeException(name, "a whole number", value);
  }

  /**
   * Any number as a double; a flag counts as 0 or 1.
   *
   * @throws AttributeTypeException where the attribute is no number
   */
  public OptionalDouble number(String name) {
    int position = schema.position(name);
    Object value = position < 0 ? null : values[position];
    return switch (value) {
      case null -> OptionalDouble.empty();
      case Double number -> OptionalDouble.of(number);
      case Long number -> OptionalDouble.of(number);
      case Boolean flag -> OptionalDouble.of(flag ? 1 : 0);
      default -> throw new AttributeTypeException(name, "a number", value);
    };
  }

  /**
   * The attribute as a flag.
   *
   * @throws AttributeTypeException where the attribute is no flag
   */
  public Optional<Boolean> flag(String name) {
    return typed(name, Boolean.class, "true or false");
  }

  /**
   * The attribute as text.
   *
   * @throws AttributeTypeException where the attribute is no text
   */
  public Optional<String> text(String name) {
    return typed(name, String.class, "text");
  }

  /**
   * The attribute as a point in time.
   *
   * @throws AttributeTypeException where the attribute is no point in time
   */
  public Optional<Instant> instant(String name) {
    return typed(name, Instant.class, "a point in time");
  }

  private <T> Optional<T> typed(String name, Class<T> type, String wanted) {
    int position = schema.position(name);
    Object value = position < 0 ? null : values[position];
    if (value == null) {
      return Optional.empty();
    }
    if (!type.isInstance(value)) {
      throw new AttributeTypeException(name, wanted, value);
    }
    return Optional.of(type.cast(value));
  }

  /** The present values by name, in the order of the schema. */
  public Map<String, Object> asMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i++) {
      if (values[i] != null) {
        map.put(schema.names().get(i), values[i]);
      }
    }
    return map;
  }

  private static Object normal(Object value) {
    return switch (value) {
      case Integer number -> number.longValue();
      case Float number -> number.doubleValue();
      case null, default -> value;
    };
  }

  /** Equal where the same attributes are present with the same values, in whatever order. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Attributes that
        && (schema.equals(that.schema)
            ? Arrays.equals(values, that.values)
            : asMap().equals(that.asMap()));
  }

  @Override
  public int hashCode() {
    return asMap().hashCode();
  }

  @Override
  public String toString() {
    return asMap().toString();
  }
}
