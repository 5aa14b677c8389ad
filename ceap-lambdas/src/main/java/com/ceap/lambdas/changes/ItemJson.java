package com.ceap.lambdas.changes;

import com.ceap.storage.table.Item;
import com.ceap.storage.table.Num;
import com.ceap.storage.table.Value;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Items in DynamoDB's JSON, in which each value names its type: {@code {"N": "5"}}. */
public final class ItemJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private ItemJson() {}

  public static ObjectNode write(Item item) {
    ObjectNode json = NODES.objectNode();
    for (int i = 0; i < item.size(); i++) {
      json.set(item.name(i), write(item.value(i)));
    }
    return json;
  }

  private static ObjectNode write(Value value) {
    ObjectNode json = NODES.objectNode();
    return switch (value) {
      case Value.Text(String text) -> json.put("S", text);
      case Num number -> json.put("N", number.toBigDecimal().toString());
      case Value.Flag(boolean flag) -> json.put("BOOL", flag);
      case Value.Bytes(byte[] bytes) -> json.put("B", Base64.getEncoder().encodeToString(bytes));
      case Value.ListOf(List<Value> values) -> {
        ArrayNode list = json.putArray("L");
        values.forEach(entry -> list.add(write(entry)));
        yield json;
      }
      case Value.MapOf(Item item) -> json.set("M", write(item));
    };
  }

  public static Item read(JsonNode json) {
    Item.Builder item = Item.builder();
    for (Map.Entry<String, JsonNode> attribute : json.properties()) {
      item.with(attribute.getKey(), value(attribute.getValue()));
    }
    return item.build();
  }

  private static Value value(JsonNode json) {
    Map.Entry<String, JsonNode> typed = json.properties().iterator().next();
    JsonNode value = typed.getValue();
    return switch (typed.getKey()) {
      case "S" -> Value.of(value.textValue());
      case "N" -> Num.of(new BigDecimal(value.textValue()));
      case "BOOL" -> Value.of(value.booleanValue());
      case "B" -> new Value.Bytes(Base64.getDecoder().decode(value.textValue()));
      case "L" -> list(value);
      case "M" -> new Value.MapOf(read(value));
      default ->
          throw new IllegalArgumentException(
              "CEAP writes no DynamoDB values of type "
                  + typed.getKey()
                  + "; who wrote this item?");
    };
  }

  private static Value list(JsonNode json) {
    List<Value> values = new ArrayList<>(json.size());
    json.forEach(entry -> values.add(value(entry)));
    return new Value.ListOf(values);
  }
}
