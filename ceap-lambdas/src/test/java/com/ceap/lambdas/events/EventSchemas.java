package com.ceap.lambdas.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Holds the published JSON Schemas to the code: both must say the same of every odd event. */
final class EventSchemas {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String IDS = "https://ceap.example/schemas/events/";

  /** What a publisher may put where something else belongs. */
  private static final List<String> ODD_VALUES =
      List.of(
          "null",
          "true",
          "false",
          "0",
          "-1",
          "-0.0",
          "0.009",
          "0.01",
          "1",
          "1.0",
          "1.5",
          "250",
          "100000",
          "100001",
          "999999",
          "999999.01",
          "1000000000",
          "1000000000.5",
          "9223372036854775808",
          "1e300",
          "\"\"",
          "\" \"",
          "\"\\u00a0\"",
          "\"\\u3000\"",
          "\"x\"",
          "\" x \"",
          "\"C456\"",
          "\"a b\"",
          "\"a#b%\"",
          "\"Zoë\"",
          "\"日本\"",
          "\"🛒\"",
          "\"a\\nb\"",
          "\"a\\n\"",
          "\"\\n\"",
          "\"a\\tb\"",
          "\"a\\u0000b\"",
          "\"\\u200b\"",
          "\"\\u200d\"",
          "\"\\u202ea\"",
          "\"\\u2028\"",
          "\"\\ue000\"",
          "\"\\ud83d\"",
          "\"<b>x</b>\"",
          '"' + "x".repeat(200) + '"',
          '"' + "x".repeat(201) + '"',
          '"' + "🛒".repeat(200) + '"',
          '"' + "🛒".repeat(201) + '"',
          '"' + "x".repeat(600) + '"',
          "\"USD\"",
          "\"usd\"",
          "\"USDX\"",
          "\"email\"",
          "\"all\"",
          "\"2026-01-18T16:45:00Z\"",
          "\"2026-01-18T16:45:00.123456789Z\"",
          "\"2026-01-18T16:45:00+01:00\"",
          "\"2026-02-30T16:45:00Z\"",
          "\"2026-01-18T25:45:00Z\"",
          "\"2026-01-18T16:45Z\"",
          "\"2026-01-18\"",
          "\"yesterday\"",
          "[]",
          "[null]",
          "[7]",
          "[{}]",
          "{}");

  private EventSchemas() {}

  /**
   * Puts every odd value in every place of a valid event, and takes every field away once.
   *
   * @param schema such as {@code cart-abandoned}
   * @param parse throws EVENT_INVALID for what it refuses
   */
  static void assertAgrees(String schema, String valid, Consumer<JsonNode> parse) {
    JsonSchema published = schema(schema);
    List<String> disagreements = new ArrayList<>();
    for (String event : variations(read(valid))) {
      boolean bySchema = published.validate(read(event)).isEmpty();
      if (bySchema != accepts(read(event), parse)) {
        disagreements.add((bySchema ? "only the schema takes " : "only the code takes ") + event);
      }
    }
    assertThat(disagreements).isEmpty();
  }

  private static JsonSchema schema(String name) {
    SchemaValidatorsConfig config =
        SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
    return JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V202012,
            factory -> factory.schemaMappers(m -> m.mapPrefix(IDS, folder().toUri().toString())))
        .getSchema(SchemaLocation.of(IDS + name + ".schema.json"), config);
  }

  private static Path folder() {
    Path root = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(root.resolve("programs"))) {
      root = root.getParent();
    }
    return root.resolve("docs/reference/events");
  }

  private static boolean accepts(JsonNode event, Consumer<JsonNode> parse) {
    try {
      parse.accept(event);
      return true;
    } catch (CeapException e) {
      assertThat(e.code()).isEqualTo(ErrorCode.EVENT_INVALID);
      return false;
    }
  }

  private static List<String> variations(JsonNode valid) {
    List<String> variations = new ArrayList<>(List.of(valid.toString()));
    vary(valid, valid, variations);
    return variations;
  }

  private static void vary(JsonNode root, JsonNode at, List<String> variations) {
    switch (at) {
      case ObjectNode object -> varyFields(root, object, variations);
      case ArrayNode array -> {
        for (int i = 0; i < array.size(); i++) {
          vary(root, array.get(i), variations);
        }
      }
      default -> {}
    }
  }

  private static void varyFields(JsonNode root, ObjectNode object, List<String> variations) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    for (String name : names) {
      JsonNode right = object.get(name);
      for (String odd : ODD_VALUES) {
        object.set(name, read(odd));
        variations.add(root.toString());
      }
      object.remove(name);
      variations.add(root.toString());
      object.set(name, right);
      vary(root, right, variations);
    }
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }
}
