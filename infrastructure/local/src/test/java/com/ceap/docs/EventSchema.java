package com.ceap.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A published schema of an event's detail, in words. */
record EventSchema(JsonNode json) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static EventSchema read(Path folder, String name) throws IOException {
    return new EventSchema(JSON.readTree(Files.readString(folder.resolve(name + ".schema.json"))));
  }

  /** Its fields as a Markdown table; those of a list's objects follow with their path. */
  String table() {
    StringBuilder out = new StringBuilder("| field | type | meaning |\n|---|---|---|\n");
    rows("", json, out);
    return out.toString();
  }

  private static void rows(String path, JsonNode object, StringBuilder out) {
    Set<String> required = new HashSet<>();
    object.path("required").forEach(name -> required.add(name.asText()));
    for (Map.Entry<String, JsonNode> field : object.path("properties").properties()) {
      JsonNode schema = field.getValue();
      String type = type(schema) + (required.contains(field.getKey()) ? ", required" : "");
      String meaning = schema.path("description").asText();
      out.append("| `%s%s` | %s | %s |\n".formatted(path, field.getKey(), type, meaning));
      rows(path + field.getKey() + "[].", schema.path("items"), out);
    }
  }

  private static String type(JsonNode schema) {
    if (schema.has("anyOf")) {
      return type(schema.get("anyOf").get(0));
    }
    if (schema.has("$ref")) {
      String ref = schema.get("$ref").asText();
      return ref.substring(ref.lastIndexOf('/') + 1);
    }
    if (schema.has("enum")) {
      return listed(schema.get("enum"));
    }
    JsonNode type = schema.get("type");
    return words(type.isArray() ? type.get(0).asText() : type.asText()) + range(schema);
  }

  private static String words(String type) {
    return switch (type) {
      case "string" -> "text";
      case "integer" -> "whole number";
      case "boolean" -> "true or false";
      case "array" -> "list";
      default -> type;
    };
  }

  private static String range(JsonNode schema) {
    if (schema.has("minimum")) {
      return " from %s to %s".formatted(plain(schema, "minimum"), plain(schema, "maximum"));
    }
    if (schema.has("maxItems")) {
      return " of %d to %d"
          .formatted(schema.path("minItems").asInt(0), schema.get("maxItems").asInt());
    }
    return schema.has("pattern")
        ? " like `" + schema.get("pattern").asText().replace("|", "\\|") + "`"
        : "";
  }

  private static String plain(JsonNode schema, String name) {
    return schema.get(name).decimalValue().toPlainString();
  }

  private static String listed(JsonNode values) {
    List<String> texts = new ArrayList<>();
    values.forEach(value -> texts.add("`" + value.asText() + "`"));
    return String.join(", ", texts);
  }
}
