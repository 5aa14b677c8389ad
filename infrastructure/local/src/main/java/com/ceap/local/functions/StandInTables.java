package com.ceap.local.functions;

import com.ceap.lambdas.changes.ItemJson;
import com.ceap.storage.CeapTables;
import com.ceap.storage.table.BatchWrite;
import com.ceap.storage.table.Condition;
import com.ceap.storage.table.Item;
import com.ceap.storage.table.Key;
import com.ceap.storage.table.Page;
import com.ceap.storage.table.Position;
import com.ceap.storage.table.Query;
import com.ceap.storage.table.Table;
import com.ceap.storage.table.TableDefinition;
import com.ceap.storage.table.Tables;
import com.ceap.storage.table.TransactOutcome;
import com.ceap.storage.table.TransactWrite;
import com.ceap.storage.table.WriteOutcome;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * DynamoDB's own protocol before tables in memory, as far as the platform's adapter speaks it.
 * Thread-safe.
 */
final class StandInTables {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String ERRORS = "com.amazonaws.dynamodb.v20120810#";

  private final Tables tables;
  private final String prefix;

  /**
   * @param prefix what the tables' names begin with
   */
  StandInTables(Tables tables, String prefix) {
    this.tables = tables;
    this.prefix = prefix;
  }

  StandInReply reply(String operation, JsonNode request) {
    return switch (operation) {
      case "GetItem" -> get(request);
      case "Query" -> query(request);
      case "BatchGetItem" -> batchGet(request);
      case "BatchWriteItem" -> batchWrite(request);
      case "TransactWriteItems" -> transact(request);
      case "PutItem", "DeleteItem", "UpdateItem" -> write(operation, request);
      case "DescribeTable", "Scan" -> sample(operation, request);
      default -> throw new IllegalArgumentException("no table is asked to " + operation);
    };
  }

  private StandInReply get(JsonNode request) {
    ObjectNode answer = NODES.objectNode();
    Table table = table(request);
    table
        .get(key(table.definition(), request.path("Key")))
        .ifPresent(item -> answer.set("Item", ItemJson.write(item)));
    return StandInReply.json(call("GetItem", request), answer);
  }

  /**
   * Of a table whose items were counted before there were any, as DynamoDB does every six hours.
   */
  private static StandInReply sample(String operation, JsonNode request) {
    ObjectNode answer = NODES.objectNode().put("Count", 0).put("ScannedCount", 0);
    answer.putArray("Items");
    ObjectNode table = answer.putObject("Table").put("ItemCount", 0);
    table.put("TableName", request.path("TableName").asText());
    return StandInReply.json(call(operation, request), answer);
  }

  private StandInReply query(JsonNode request) {
    Page page = table(request).query(wanted(request));
    ObjectNode answer = NODES.objectNode();
    ArrayNode items = answer.putArray("Items");
    page.items().forEach(item -> items.add(ItemJson.write(item)));
    answer.put("Count", items.size()).put("ScannedCount", items.size());
    if (page.next() instanceof Position.After(Item keys)) {
      answer.set("LastEvaluatedKey", ItemJson.write(keys));
    }
    return StandInReply.json(call("Query", request), answer);
  }

  private static Query wanted(JsonNode request) {
    Query query =
        new ExpressionText(request, request.path("KeyConditionExpression").asText())
            .query()
            .on(request.path("IndexName").asText())
            .limit(request.path("Limit").asInt());
    Query ordered = request.path("ScanIndexForward").asBoolean(true) ? query : query.backward();
    return request.has("ExclusiveStartKey")
        ? ordered.from(new Position.After(ItemJson.read(request.path("ExclusiveStartKey"))))
        : ordered;
  }

  private StandInReply batchGet(JsonNode request) {
    List<AwsCall> calls = new ArrayList<>();
    ObjectNode answer = NODES.objectNode();
    ObjectNode responses = answer.putObject("Responses");
    for (Map.Entry<String, JsonNode> wanted : request.path("RequestItems").properties()) {
      Table table = table(wanted.getKey());
      calls.add(new AwsCall("dynamodb:BatchGetItem", wanted.getKey()));
      ArrayNode found = responses.putArray(wanted.getKey());
      table
          .batchGet(
              stream(wanted.getValue().path("Keys"))
                  .map(key -> key(table.definition(), key))
                  .toList())
          .values()
          .forEach(item -> found.add(ItemJson.write(item)));
    }
    answer.putObject("UnprocessedKeys");
    return StandInReply.json(calls, answer);
  }

  private StandInReply batchWrite(JsonNode request) {
    List<AwsCall> calls = new ArrayList<>();
    for (Map.Entry<String, JsonNode> some : request.path("RequestItems").properties()) {
      Table table = table(some.getKey());
      calls.add(new AwsCall("dynamodb:BatchWriteItem", some.getKey()));
      table.batchWrite(
          stream(some.getValue()).map(one -> batchWrite(table.definition(), one)).toList());
    }
    ObjectNode answer = NODES.objectNode();
    answer.putObject("UnprocessedItems");
    return StandInReply.json(calls, answer);
  }

  private static BatchWrite batchWrite(TableDefinition table, JsonNode one) {
    return one.has("PutRequest")
        ? new BatchWrite.Put(ItemJson.read(one.path("PutRequest").path("Item")))
        : new BatchWrite.Delete(key(table, one.path("DeleteRequest").path("Key")));
  }

  private StandInReply write(String operation, JsonNode request) {
    TransactWrite write = write(operation.substring(0, operation.length() - 4), request, true);
    Table table = table(request);
    WriteOutcome outcome =
        switch (write) {
          case TransactWrite.Put put -> table.put(put.item(), put.condition());
          case TransactWrite.Delete delete -> table.delete(delete.key(), delete.condition());
          case TransactWrite.Change change ->
              table.update(change.key(), change.update(), change.condition());
          case TransactWrite.Check _ ->
              throw new IllegalArgumentException("a check stands in a transaction alone");
        };
    List<AwsCall> calls = List.of(call(operation, request));
    return switch (outcome) {
      case WriteOutcome.Written(Item item) -> {
        ObjectNode answer = NODES.objectNode();
        answer.set("Attributes", ItemJson.write(item));
        yield StandInReply.json(calls, answer);
      }
      case WriteOutcome.Refused(Item stored) -> {
        ObjectNode answer = NODES.objectNode();
        answer.put("__type", ERRORS + "ConditionalCheckFailedException");
        answer.put("message", "The conditional request failed");
        answer.set("Item", ItemJson.write(stored));
        yield StandInReply.json(calls, 400, answer);
      }
    };
  }

  private StandInReply transact(JsonNode request) {
    List<AwsCall> calls = new ArrayList<>();
    List<TransactWrite> writes = new ArrayList<>();
    for (JsonNode item : request.path("TransactItems")) {
      Map.Entry<String, JsonNode> one = item.properties().iterator().next();
      boolean check = one.getKey().equals("ConditionCheck");
      calls.add(call(check ? "ConditionCheckItem" : one.getKey() + "Item", one.getValue()));
      writes.add(write(one.getKey(), one.getValue(), false));
    }
    return switch (tables.transact(writes)) {
      case TransactOutcome.Committed _ -> StandInReply.json(calls, NODES.objectNode());
      case TransactOutcome.Refused(List<Integer> positions) ->
          StandInReply.json(calls, 400, cancelled(writes.size(), positions));
      case TransactOutcome.Conflicted _ ->
          throw new IllegalStateException("tables in memory know no conflicts");
    };
  }

  private static ObjectNode cancelled(int writes, List<Integer> refused) {
    ObjectNode answer = NODES.objectNode();
    answer.put("__type", ERRORS + "TransactionCanceledException").put("message", "cancelled");
    ArrayNode reasons = answer.putArray("CancellationReasons");
    for (int i = 0; i < writes; i++) {
      reasons.addObject().put("Code", refused.contains(i) ? "ConditionalCheckFailed" : "None");
    }
    return answer;
  }

  private TransactWrite write(String kind, JsonNode request, boolean single) {
    TableDefinition table = table(request).definition();
    Condition condition =
        new ExpressionText(request, request.path("ConditionExpression").asText()).condition();
    return switch (kind) {
      case "Put" -> new TransactWrite.Put(table, ItemJson.read(request.path("Item")), condition);
      case "Delete" -> new TransactWrite.Delete(table, key(table, request.path("Key")), condition);
      case "Update" ->
          new TransactWrite.Change(
              table,
              key(table, request.path("Key")),
              new ExpressionText(request, request.path("UpdateExpression").asText()).update(),
              condition);
      case "ConditionCheck" ->
          new TransactWrite.Check(table, key(table, request.path("Key")), condition);
      default ->
          throw new IllegalArgumentException(
              "no %s is called %s".formatted(single ? "write" : "part of a transaction", kind));
    };
  }

  private static AwsCall call(String operation, JsonNode request) {
    String key = request.path("Key").path("programId").path("S").asText();
    String part = key.equals("#store") ? key : "";
    return new AwsCall("dynamodb:" + operation, request.path("TableName").asText() + part);
  }

  private Table table(JsonNode request) {
    return table(request.path("TableName").asText());
  }

  private Table table(String name) {
    return CeapTables.ALL.stream()
        .filter(table -> name.equals(prefix + table.name()))
        .findFirst()
        .map(tables::table)
        .orElseThrow(() -> new IllegalArgumentException("no table is called " + name));
  }

  private static Key key(TableDefinition table, JsonNode key) {
    return table.key(ItemJson.read(key));
  }

  private static Stream<JsonNode> stream(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }
}
