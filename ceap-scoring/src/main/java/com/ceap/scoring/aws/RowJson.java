package com.ceap.scoring.aws;

import com.ceap.model.AttributeSchema;
import com.ceap.model.Attributes;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A row of features as a JSON object; points in time as ISO-8601 text. For one thread. */
final class RowJson {
  private static final JsonFactory JSON = new JsonFactory();

  private final ByteArrayBuilder buffer = new ByteArrayBuilder(512);

  byte[] write(Attributes row) {
    buffer.reset();
    try (JsonGenerator json = JSON.createGenerator(buffer)) {
      json.writeStartObject();
      features(row, json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory does not fail", e);
    }
    return buffer.toByteArray();
  }

  private static void features(Attributes row, JsonGenerator json) throws IOException {
    AttributeSchema schema = row.schema();
    for (int i = 0; i < schema.size(); i++) {
      Object value = row.raw(i);
      if (value != null) {
        json.writeFieldName(schema.names().get(i));
        value(schema.names().get(i), value, json);
      }
    }
  }

  private static void value(String feature, Object value, JsonGenerator json) throws IOException {
    switch (value) {
      case Long number -> json.writeNumber(number);
      case Integer number -> json.writeNumber(number);
      case Double number -> json.writeNumber(finite(feature, number));
      case Boolean flag -> json.writeBoolean(flag);
      case String text -> json.writeString(text);
      case Instant instant -> json.writeString(instant.toString());
      case List<?> list -> list(feature, list, json);
      case Map<?, ?> map -> map(feature, map, json);
      default -> throw invalid(feature, "a " + value.getClass().getSimpleName());
    }
  }

  private static void list(String feature, List<?> list, JsonGenerator json) throws IOException {
    json.writeStartArray();
    for (Object value : list) {
      value(feature, value, json);
    }
    json.writeEndArray();
  }

  private static void map(String feature, Map<?, ?> map, JsonGenerator json) throws IOException {
    json.writeStartObject();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      json.writeFieldName(entry.getKey().toString());
      value(feature, entry.getValue(), json);
    }
    json.writeEndObject();
  }

  private static double finite(String feature, double number) {
    if (!Double.isFinite(number)) {
      throw invalid(feature, Double.toString(number));
    }
    return number;
  }

  private static CeapException invalid(String feature, String found) {
    return new CeapException(
        ErrorCode.RECORD_INVALID,
        "feature '%s' should be a finite number, a flag, text, a time, a list or a map but is %s"
            .formatted(feature, found));
  }
}
