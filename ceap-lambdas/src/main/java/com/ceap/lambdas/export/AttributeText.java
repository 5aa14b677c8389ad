package com.ceap.lambdas.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** An attribute's value as text: texts and numbers plainly, times in ISO 8601, the rest as JSON. */
final class AttributeText {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(
              new SimpleModule().addSerializer(Instant.class, ToStringSerializer.instance));

  private AttributeText() {}

  static String of(Object value) {
    return value instanceof List<?> || value instanceof Map<?, ?> ? json(value) : value.toString();
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("an attribute cannot be written as JSON", e);
    }
  }
}
