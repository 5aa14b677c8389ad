package com.ceap.lambdas.changes;

import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.storage.CeapTables;
import com.ceap.storage.table.Item;
import com.ceap.storage.table.TableDefinition;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What Lambda hands over from a stream of new images
 * (https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html). Items that no feed gives are passed
 * over.
 *
 * @param tablePrefix what the tables' names begin with, such as {@code ceap-dev-}
 */
record StreamEvent(String tablePrefix) {

  List<Change> changes(JsonNode event) {
    List<Change> changes = new ArrayList<>();
    for (JsonNode record : event.path("Records")) {
      TableDefinition table = table(record.path("eventSourceARN").asText());
      JsonNode change = record.path("dynamodb");
      Item key = ItemJson.read(change.path("Keys"));
      if (table.feeds(table.key(key))) {
        changes.add(change(table, record.path("eventName").asText(), change, key));
      }
    }
    return changes;
  }

  private static Change change(TableDefinition table, String name, JsonNode change, Item key) {
    boolean removed = name.equals("REMOVE");
    Instant at =
        Instant.ofEpochMilli(
            Math.round(change.path("ApproximateCreationDateTime").asDouble() * 1000));
    Item item = removed ? key : ItemJson.read(change.path("NewImage"));
    return new Change(
        table, new Sequence(change.path("SequenceNumber").asText()), at, removed, item);
  }

  /** {@code arn:aws:dynamodb:{region}:{account}:table/{name}/stream/{time}}. */
  private TableDefinition table(String arn) {
    String[] parts = arn.split("/", -1);
    String name = parts.length > 1 ? parts[1] : "";
    Predicate<TableDefinition> named = table -> name.equals(tablePrefix + table.name());
    return CeapTables.ALL.stream()
        .filter(named.and(TableDefinition::hasFeed))
        .findFirst()
        .orElseThrow(
            () ->
                new CeapException(
                    ErrorCode.SETTINGS_INVALID,
                    "the stream of '%s' belongs to no table with a change feed; tables begin with '%s'"
                        .formatted(name, tablePrefix)));
  }
}
