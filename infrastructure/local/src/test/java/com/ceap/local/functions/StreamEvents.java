package com.ceap.local.functions;

import com.ceap.storage.CeapTables;
import com.ceap.storage.table.Item;
import com.ceap.storage.table.Num;
import com.ceap.storage.table.TableDefinition;
import com.ceap.storage.table.Value;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/** What DynamoDB Streams tell of items that were written, as Lambda hands it over. */
final class StreamEvents {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TableDefinition TABLE = CeapTables.CANDIDATES;

  private StreamEvents() {}

  /** One batch of the candidates table's stream. */
  static String written(String tablePrefix, List<Item> items, Instant at, int firstSequence) {
    ObjectNode event = JSON.createObjectNode();
    for (Item item : items) {
      ObjectNode record = event.withArray("Records").addObject();
      record.put("eventName", "INSERT");
      record.put(
          "eventSourceARN",
          "arn:aws:dynamodb:us-east-1:123456789012:table/%s/stream/2026-01-01T00:00:00.000"
              .formatted(tablePrefix + TABLE.name()));
      ObjectNode change = record.putObject("dynamodb");
      change.put("ApproximateCreationDateTime", at.getEpochSecond());
      change.put(
          "SequenceNumber", Integer.toString(firstSequence + event.withArray("Records").size()));
      change.set("Keys", json(TABLE.keyItem(TABLE.key(item))));
      change.set("NewImage", json(item));
    }
    return event.toString();
  }

  private static ObjectNode json(Item item) {
    ObjectNode json = JSON.createObjectNode();
    for (int i = 0; i < item.size(); i++) {
      json.set(item.name(i), json(item.value(i)));
    }
    return json;
  }

  private static ObjectNode json(Value value) {
    ObjectNode json = JSON.createObjectNode();
    switch (value) {
      case Value.Text(String text) -> json.put("S", text);
      case Num number -> json.put("N", number.toBigDecimal().toString());
      case Value.Flag(boolean flag) -> json.put("BOOL", flag);
      case Value.Bytes(byte[] bytes) -> json.put("B", Base64.getEncoder().encodeToString(bytes));
      case Value.ListOf(List<Value> values) ->
          values.forEach(entry -> json.withArray("L").add(json(entry)));
      case Value.MapOf(Item item) -> json.set("M", json(item));
    }
    return json;
  }
}
