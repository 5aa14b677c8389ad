package com.ceap.storage;

import com.ceap.model.AttributeSchema;
import com.ceap.model.Attributes;
import com.ceap.storage.table.Item;
import com.ceap.storage.table.Num;
import com.ceap.storage.table.Value;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Attributes as a stored map. DynamoDB knows one kind of number, no points in time, and its numbers
 * end at 1e126; what would come back as something else is wrapped in a map that names its type:
 * {@code {"double": 5}}, {@code {"instant": "…"}}, {@code {"map": {…}}}.
 */
final class AttributeCodec {

  private static final String DOUBLE = "double";
  private static final String INSTANT = "instant";
  private static final String MAP = "map";

  private AttributeCodec() {}

  static Value encode(Attributes attributes) {
    AttributeSchema schema = attributes.schema();
    Item.Builder item = Item.builder();
    for (int i = 0; i < schema.size(); i++) {
      Object value = attributes.at(i).orElse(null);
      if (value != null) {
        item.with(schema.names().get(i), encode(value));
      }
    }
    return new Value.MapOf(item.build());
  }

  static Attributes decode(Item item) {
    Object[] values = new Object[item.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = decode(item.value(i));
    }
    return new Attributes(new AttributeSchema(item.names()), values);
  }

  static Value encode(Object value) {
    return switch (value) {
      case String text -> Value.of(text);
      case Long number -> Value.of(number);
      case Double number -> real(number);
      case Boolean flag -> Value.of(flag);
      case Instant instant -> wrapped(INSTANT, Value.of(instant.toString()));
      case List<?> list ->
          new Value.ListOf(
              list.stream().map(Object.class::cast).map(AttributeCodec::encode).toList());
      case Map<?, ?> map -> wrapped(MAP, nested(map));
      default ->
          throw new IllegalArgumentException(
              "attributes are Long, Double, Boolean, String, Instant, List or Map, not "
                  + value.getClass().getName());
    };
  }

  static Object decode(Value value) {
    return switch (value) {
      case Value.Text(String text) -> text;
      case Num.Whole(long number) -> number;
      case Num number -> number.toDouble();
      case Value.Flag(boolean flag) -> flag;
      case Value.ListOf(List<Value> values) -> values.stream().map(AttributeCodec::decode).toList();
      case Value.MapOf(Item item) -> unwrapped(item);
      case Value.Bytes _ -> throw new IllegalStateException("attributes hold no bytes");
    };
  }

  private static Value real(double number) {
    double magnitude = Math.abs(number);
    if (magnitude != Math.rint(magnitude) && magnitude >= 1e-130) {
      return Value.of(number);
    }
    // As text where DynamoDB has no such number: -0.0, NaN, 1e300.
    boolean plain = magnitude < 0x1p53 && Double.compare(number, (double) (long) number) == 0;
    return wrapped(DOUBLE, plain ? Value.of((long) number) : Value.of(Double.toString(number)));
  }

  private static Value wrapped(String type, Value value) {
    return new Value.MapOf(Item.builder().with(type, value).build());
  }

  private static Value nested(Map<?, ?> map) {
    Item.Builder item = Item.builder();
    map.forEach((name, value) -> item.with(name.toString(), encode(value)));
    return new Value.MapOf(item.build());
  }

  private static Object unwrapped(Item item) {
    Value value = item.value(0);
    return switch (item.name(0)) {
      case DOUBLE ->
          value instanceof Num number ? number.toDouble() : Double.parseDouble(item.text(DOUBLE));
      case INSTANT -> Instant.parse(item.text(INSTANT));
      case MAP -> map(item.map(MAP));
      default -> throw new IllegalStateException("unknown kind of attribute: " + item.name(0));
    };
  }

  private static Map<String, Object> map(Item item) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < item.size(); i++) {
      map.put(item.name(i), decode(item.value(i)));
    }
    return map;
  }
}
