package com.ceap.lambdas.handover;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The values of attributes in JSON, so that each comes back as the type it was: a double always has
 * a fraction or an exponent, an instant is {@code {"@at": "…"}}.
 */
final class ValueCodec {
  private static final String AT = "@at";

  private ValueCodec() {}

  static void write(JsonGenerator out, Object value) throws IOException {
    switch (value) {
      case null -> out.writeNull();
      case Long number -> out.writeNumber(number);
      case Double number -> out.writeNumber(number);
      case Boolean flag -> out.writeBoolean(flag);
      case String text -> out.writeString(text);
      case Instant instant -> {
        out.writeStartObject();
        out.writeStringField(AT, instant.toString());
        out.writeEndObject();
      }
      case List<?> list -> writeList(out, list);
      case Map<?, ?> map -> writeMap(out, map);
      default ->
          throw new IllegalArgumentException("no attribute can be a " + value.getClass().getName());
    }
  }

  private static void writeList(JsonGenerator out, List<?> list) throws IOException {
    out.writeStartArray();
    for (Object element : list) {
      write(out, element);
    }
    out.writeEndArray();
  }

  private static void writeMap(JsonGenerator out, Map<?, ?> map) throws IOException {
    out.writeStartObject();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      out.writeFieldName((String) entry.getKey());
      write(out, entry.getValue());
    }
    out.writeEndObject();
  }

  /** Reads the value that the parser stands on. */
  static Object read(JsonParser in) throws IOException {
    return switch (in.currentToken()) {
      case VALUE_NUMBER_INT -> in.getLongValue();
      case VALUE_NUMBER_FLOAT -> in.getDoubleValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_STRING -> in.getText();
      case VALUE_NULL -> null;
      case START_ARRAY -> readList(in);
      case START_OBJECT -> readMap(in);
      case END_ARRAY, END_OBJECT, FIELD_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
          throw new IOException("a value should stand at " + in.currentLocation());
    };
  }

  private static List<Object> readList(JsonParser in) throws IOException {
    List<Object> list = new ArrayList<>();
    while (in.nextToken() != JsonToken.END_ARRAY) {
      list.add(read(in));
    }
    return list;
  }

  private static Object readMap(JsonParser in) throws IOException {
    Map<String, Object> map = new LinkedHashMap<>();
    while (in.nextToken() != JsonToken.END_OBJECT) {
      String name = in.currentName();
      in.nextToken();
      map.put(name, read(in));
    }
    return map.size() == 1 && map.get(AT) instanceof String instant ? Instant.parse(instant) : map;
  }
}
