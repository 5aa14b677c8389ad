package com.ceap.local.warehouse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Turns what json_group_structure finds in a file into DuckDB's types by column. */
final class JsonStructure {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private JsonStructure() {}

  static Map<String, String> types(String structure) {
    Map<String, String> types = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> column : read(structure).properties()) {
      types.put(column.getKey(), type(column.getValue()));
    }
    return types;
  }

  private static JsonNode read(String structure) {
    try {
      return JSON.readTree(structure);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("the engine wrote JSON that cannot be read", e);
    }
  }

  private static String type(JsonNode structure) {
    if (structure.isObject()) {
      return structure.properties().stream()
          .map(field -> Sql.name(field.getKey()) + " " + type(field.getValue()))
          .collect(Collectors.joining(", ", "STRUCT(", ")"));
    }
    if (structure.isArray()) {
      return structure.isEmpty() ? "JSON" : type(structure.get(0)) + "[]";
    }
    return structure.asText().equals("NULL") ? "VARCHAR" : structure.asText();
  }
}
