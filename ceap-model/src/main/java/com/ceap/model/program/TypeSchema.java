package com.ceap.model.program;

import com.ceap.model.yaml.YamlReader;
import com.ceap.model.yaml.YamlReading;
import com.ceap.model.yaml.YamlValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * JSON Schemas of configuration blocks and of the types of their keys.
 *
 * @param partial whether keys may be left out because they stand elsewhere already
 */
record TypeSchema(boolean partial) {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String TIME_OF_DAY = "^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?$";

  /** A block that holds these keys and no other. */
  ObjectNode block(List<ConfigKey> keys) {
    ObjectNode schema = JSON.objectNode().put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    keys.forEach(key -> properties.set(key.name(), key(key)));
    List<String> required = keys.stream().filter(ConfigKey::required).map(ConfigKey::name).toList();
    if (!partial && !required.isEmpty()) {
      schema.set("required", texts(required));
    }
    return schema.put("additionalProperties", false);
  }

  private ObjectNode key(ConfigKey key) {
    ObjectNode schema = type(key.type(), key);
    schema.put("description", key.doc());
    if (!partial && !key.defaultYaml().isEmpty()) {
      schema.set("default", defaultValue(key));
    }
    return schema;
  }

  private static JsonNode defaultValue(ConfigKey key) {
    return YamlReader.read(key.defaultYaml()) instanceof YamlReading.Read read
        ? MAPPER.valueToTree(RawValue.of(read.root()))
        : JSON.nullNode();
  }

  private ObjectNode type(Type type, ConfigKey key) {
    return switch (type) {
      case Class<?> plain -> plain(plain, key);
      case ParameterizedType generic -> generic(generic, key);
      default -> throw new IllegalStateException("no configuration value is read as " + type);
    };
  }

  private ObjectNode generic(ParameterizedType type, ConfigKey key) {
    Type last = type.getActualTypeArguments()[type.getActualTypeArguments().length - 1];
    if (type.getRawType() == Optional.class) {
      return type(last, key);
    }
    ObjectNode schema = JSON.objectNode();
    if (type.getRawType() == Map.class) {
      schema.put("type", "object").set("additionalProperties", type(last, key));
    } else {
      schema.put("type", "array").set("items", type(last, key));
    }
    return schema;
  }

  @SuppressWarnings("unchecked") // isRecord is the check
  private ObjectNode plain(Class<?> type, ConfigKey key) {
    ObjectNode schema = JSON.objectNode();
    if (type == YamlValue.Sequence.class) {
      return schema.put("type", "array");
    }
    if (type == YamlValue.Mapping.class) {
      return schema.put("type", "object");
    }
    if (type.isRecord()) {
      return block(RecordShape.of((Class<? extends Record>) type).keys());
    }
    if (type.isEnum()) {
      schema.set("enum", texts(EnumNames.of(type).keySet()));
      return schema;
    }
    ScalarType.find(type).ifPresent(scalar -> schema.put("type", scalar.jsonType()));
    if (type == LocalTime.class) {
      schema.put("pattern", TIME_OF_DAY);
    }
    return range(schema, key);
  }

  private static ObjectNode range(ObjectNode schema, ConfigKey key) {
    String type = schema.path("type").asText();
    if (!type.equals("integer") && !type.equals("number")) {
      return schema;
    }
    if (Double.isFinite(key.min())) {
      schema.set("minimum", number(key.min()));
    }
    if (Double.isFinite(key.max())) {
      schema.set("maximum", number(key.max()));
    }
    return schema;
  }

  private static JsonNode number(double value) {
    return value == Math.rint(value) ? JSON.numberNode((long) value) : JSON.numberNode(value);
  }

  static ArrayNode texts(Collection<String> texts) {
    ArrayNode array = JSON.arrayNode();
    texts.forEach(array::add);
    return array;
  }
}
