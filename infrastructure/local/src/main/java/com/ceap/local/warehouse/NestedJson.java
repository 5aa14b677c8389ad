package com.ceap.local.warehouse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;

/** Lists and structs, which come out of the engine as JSON. */
final class NestedJson {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_LONG_FOR_INTS).build();

  private NestedJson() {}

  /** Lists, maps, texts, Longs, Doubles and Booleans; null for a JSON null. */
  static Object read(String json) {
    try {
      return JSON.readValue(json, Object.class);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("the engine wrote JSON that cannot be read", e);
    }
  }
}
