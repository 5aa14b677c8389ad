package com.ceap.model.program;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/**
 * The JSON Schema (draft 2020-12) by which editors complete and check programs, made from the same
 * records and shapes that the loader reads by. What needs more than one key to tell, such as a
 * feature without a source, only the loader finds.
 */
public final class ProgramSchema {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String OVERRIDE = "override";

  private final Extensions extensions;
  private final TypeSchema types;

  private ProgramSchema(Extensions extensions, boolean partial) {
    this.extensions = extensions;
    this.types = new TypeSchema(partial);
  }

  /** The schema for programs that may use these extensions; the same text for the same ones. */
  public static String json(Extensions extensions) {
    ObjectNode root = JSON.objectNode();
    root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    root.put("title", "CEAP program");
    root.setAll(new ProgramSchema(extensions, false).program());
    ObjectNode override = new ProgramSchema(extensions, true).program();
    ((ObjectNode) override.get("properties")).remove(OverrideReader.FIXED);
    root.putObject("$defs").set(OVERRIDE, override);
    return text(root);
  }

  private static String text(ObjectNode root) {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
    try {
      return new ObjectMapper().writer(printer).writeValueAsString(root) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain nodes can be written", e);
    }
  }

  private ObjectNode program() {
    ObjectNode program = types.block(ProgramDocument.keys(ProgramDocument.class));
    property(program, "programId").put("pattern", "^[a-z][a-z0-9-]{0,63}$");
    property(program, "batchSchedule").put("pattern", "^(cron|rate)\\(.*\\)$");
    marketplaces(property(program, "marketplaces"));
    items(program, "dataConnectors", connectors());
    items(program, "eventSources", eventSources());
    items(program, "scoringModels", models());
    items(program, "filterChain", filters());
    items(program, "channels", channels());
    property(program, "features")
        .set(
            "additionalProperties",
            types.block(ProgramDocument.keys(ProgramDocument.Feature.class)));
    ObjectNode overrides = property(program, Ids.OVERRIDES);
    overrides.putObject("propertyNames").set("enum", TypeSchema.texts(Marketplaces.ids()));
    overrides.putObject("additionalProperties").put("$ref", "#/$defs/" + OVERRIDE);
    return program;
  }

  private static void marketplaces(ObjectNode list) {
    list.put("minItems", 1).put("uniqueItems", true);
    list.putObject("items").set("enum", TypeSchema.texts(Marketplaces.ids()));
  }

  private ObjectNode connectors() {
    return typed(ProgramDocument.Connector.class, extensions.connectors(), "connectorId", "config");
  }

  private ObjectNode filters() {
    return typed(ProgramDocument.Filter.class, extensions.filters(), "filterId", "parameters");
  }

  private ObjectNode channels() {
    return typed(ProgramDocument.Channel.class, extensions.channels(), "channelId", "config");
  }

  private ObjectNode eventSources() {
    ObjectNode item = part(ProgramDocument.EventSource.class, "sourceId");
    property(item, "type").set("enum", TypeSchema.texts(Set.of(PartReader.EVENTBRIDGE)));
    ObjectNode properties = (ObjectNode) item.get("properties");
    properties.set("config", types.block(ProgramDocument.keys(ProgramDocument.EventBridge.class)));
    return item;
  }

  private ObjectNode models() {
    ObjectNode item = part(ProgramDocument.Model.class, "modelId");
    property(item, "features").put("minItems", 1).put("uniqueItems", true);
    Set<String> schemes = extensions.scoringProviders().types();
    property(item, "endpoint").put("pattern", "^(" + String.join("|", schemes) + ")://\\S+$");
    for (String scheme : schemes) {
      ObjectNode endpoint = JSON.objectNode().put("pattern", "^" + scheme + "://");
      when(item, "endpoint", endpoint, shape(extensions.scoringProviders(), scheme), "config");
    }
    return item;
  }

  private ObjectNode typed(
      Class<? extends Record> part,
      ExtensionRegistry<? extends ExtensionFactory<?>> registry,
      String idKey,
      String configKey) {
    ObjectNode item = part(part, idKey);
    property(item, "type").set("enum", TypeSchema.texts(registry.types()));
    for (String type : registry.types()) {
      ObjectNode given = JSON.objectNode().put("const", type);
      when(item, "type", given, shape(registry, type), configKey);
    }
    return item;
  }

  private static List<ConfigKey> shape(
      ExtensionRegistry<? extends ExtensionFactory<?>> registry, String type) {
    return registry.find(type).map(factory -> factory.shape().keys()).orElse(List.of());
  }

  private ObjectNode part(Class<? extends Record> part, String idKey) {
    ObjectNode item = types.block(ProgramDocument.keys(part));
    if (types.partial()) {
      item.putArray("required").add(idKey);
    }
    return item;
  }

  /** Where the key has the given value, the configuration holds these keys. */
  private void when(
      ObjectNode item, String key, ObjectNode given, List<ConfigKey> config, String configKey) {
    ObjectNode rule = item.withArray("allOf").addObject();
    ObjectNode condition = rule.putObject("if");
    condition.putObject("properties").set(key, given);
    condition.putArray("required").add(key);
    ObjectNode then = rule.putObject("then");
    then.putObject("properties").set(configKey, types.block(config));
    if (!types.partial() && config.stream().anyMatch(ConfigKey::required)) {
      then.putArray("required").add(configKey);
    }
  }

  private static void items(ObjectNode program, String key, ObjectNode item) {
    property(program, key).set("items", item);
  }

  private static ObjectNode property(ObjectNode block, String key) {
    return (ObjectNode) block.get("properties").get(key);
  }
}
