package com.ceap.storage.dynamodb;

import com.ceap.storage.table.BatchSender;
import com.ceap.storage.table.BatchWrite;
import com.ceap.storage.table.Condition;
import com.ceap.storage.table.IndexDefinition;
import com.ceap.storage.table.Item;
import com.ceap.storage.table.Key;
import com.ceap.storage.table.Limits;
import com.ceap.storage.table.Page;
import com.ceap.storage.table.Position;
import com.ceap.storage.table.Query;
import com.ceap.storage.table.Table;
import com.ceap.storage.table.TableDefinition;
import com.ceap.storage.table.Update;
import com.ceap.storage.table.WriteOutcome;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DeleteRequest;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** One DynamoDB table. */
final class DynamoDbTable implements Table {

  /** BatchWriteItem takes 25 puts and deletes, BatchGetItem 100 keys. */
  static final int WRITE_BATCH = 25;

  static final int READ_BATCH = 100;

  private final DynamoDbClient client;
  private final String name;
  private final TableDefinition definition;
  private final InstantSource clock;
  private final BatchSender writes;
  private final BatchSender reads;

  DynamoDbTable(
      DynamoDbClient client,
      String name,
      TableDefinition definition,
      InstantSource clock,
      BatchSender writes,
      BatchSender reads) {
    this.client = client;
    this.name = name;
    this.definition = definition;
    this.clock = clock;
    this.writes = writes;
    this.reads = reads;
  }

  @Override
  public TableDefinition definition() {
    return definition;
  }

  @Override
  public Optional<Item> get(Key key) {
    Limits.check(definition, key);
    Map<String, AttributeValue> found =
        call(() -> client.getItem(r -> r.tableName(name).key(attributes(key)).consistentRead(true)))
            .item();
    return Optional.of(found)
        .filter(f -> !f.isEmpty())
        .map(AttributeValues::item)
        .filter(this::alive);
  }

  @Override
  public Map<Key, Item> batchGet(Collection<Key> keys) {
    keys.forEach(key -> Limits.check(definition, key));
    Map<Key, Item> found = new LinkedHashMap<>();
    List<Map<String, AttributeValue>> wanted =
        keys.stream().distinct().map(this::attributes).toList();
    reads.send(wanted, batch -> read(batch, found), "reads of table " + name);
    return found;
  }

  private List<Map<String, AttributeValue>> read(
      List<Map<String, AttributeValue>> batch, Map<Key, Item> found) {
    KeysAndAttributes keys = KeysAndAttributes.builder().keys(batch).build();
    var response = call(() -> client.batchGetItem(r -> r.requestItems(Map.of(name, keys))));
    response.responses().getOrDefault(name, List.of()).stream()
        .map(AttributeValues::item)
        .filter(this::alive)
        .forEach(item -> found.put(definition.key(item), item));
    return Optional.ofNullable(response.unprocessedKeys().get(name))
        .map(KeysAndAttributes::keys)
        .orElse(List.of());
  }

  @Override
  public Page query(Query query) {
    if (query.from() instanceof Position.End) {
      return new Page(List.of(), Position.END);
    }
    QueryResponse response = call(() -> client.query(request(query)));
    List<Item> items =
        response.items().stream().map(AttributeValues::item).filter(this::alive).toList();
    return new Page(
        items,
        response.hasLastEvaluatedKey() && !response.lastEvaluatedKey().isEmpty()
            ? new Position.After(AttributeValues.item(response.lastEvaluatedKey()))
            : Position.END);
  }

  private QueryRequest request(Query query) {
    Expressions expressions = new Expressions(definition.partitionKey());
    QueryRequest.Builder request =
        QueryRequest.builder()
            .tableName(name)
            .keyConditionExpression(keyCondition(query, expressions))
            .expressionAttributeNames(expressions.names())
            .expressionAttributeValues(expressions.values())
            .scanIndexForward(query.ascending())
            .limit(query.limit());
    if (query.onIndex()) {
      request.indexName(query.index());
    } else {
      request.consistentRead(query.consistent());
    }
    if (query.from() instanceof Position.After(Item keys)) {
      request.exclusiveStartKey(AttributeValues.of(keys));
    }
    return request.build();
  }

  private String keyCondition(Query query, Expressions expressions) {
    if (!query.onIndex()) {
      return expressions.keyCondition(
          definition.partitionKey(), query.partition(), definition.sortKey(), query.range());
    }
    IndexDefinition index = definition.index(query.index());
    return expressions.keyCondition(
        index.partition().name(), query.partition(), index.sort().name(), query.range());
  }

  @Override
  public WriteOutcome put(Item item, Condition condition) {
    Limits.check(definition, item);
    Expressions expressions = new Expressions(definition.partitionKey());
    String expression = expressions.condition(condition);
    return conditional(
        () -> {
          client.putItem(
              r ->
                  r.tableName(name)
                      .item(AttributeValues.of(item))
                      .conditionExpression(Expressions.orUnset(expression))
                      .expressionAttributeNames(Expressions.orUnset(expressions.names()))
                      .expressionAttributeValues(Expressions.orUnset(expressions.values()))
                      .returnValuesOnConditionCheckFailure(
                          ReturnValuesOnConditionCheckFailure.ALL_OLD));
          return item;
        });
  }

  @Override
  public WriteOutcome delete(Key key, Condition condition) {
    Limits.check(definition, key);
    Expressions expressions = new Expressions(definition.partitionKey());
    String expression = expressions.condition(condition);
    return conditional(
        () -> {
          client.deleteItem(
              r ->
                  r.tableName(name)
                      .key(attributes(key))
                      .conditionExpression(Expressions.orUnset(expression))
                      .expressionAttributeNames(Expressions.orUnset(expressions.names()))
                      .expressionAttributeValues(Expressions.orUnset(expressions.values()))
                      .returnValuesOnConditionCheckFailure(
                          ReturnValuesOnConditionCheckFailure.ALL_OLD));
          return Item.EMPTY;
        });
  }

  @Override
  public WriteOutcome update(Key key, Update update, Condition condition) {
    Limits.check(definition, key);
    Expressions expressions = new Expressions(definition.partitionKey());
    String change = expressions.update(update);
    String expression = expressions.condition(condition);
    return conditional(
        () ->
            AttributeValues.item(
                client
                    .updateItem(
                        r ->
                            r.tableName(name)
                                .key(attributes(key))
                                .updateExpression(change)
                                .conditionExpression(Expressions.orUnset(expression))
                                .expressionAttributeNames(Expressions.orUnset(expressions.names()))
                                .expressionAttributeValues(
                                    Expressions.orUnset(expressions.values()))
                                .returnValues(ReturnValue.ALL_NEW)
                                .returnValuesOnConditionCheckFailure(
                                    ReturnValuesOnConditionCheckFailure.ALL_OLD))
                    .attributes()));
  }

  private WriteOutcome conditional(Supplier<Item> write) {
    return call(
        () -> {
          try {
            return new WriteOutcome.Written(write.get());
          } catch (ConditionalCheckFailedException e) {
            return new WriteOutcome.Refused(AttributeValues.item(e.item()));
          }
        });
  }

  @Override
  public void batchWrite(List<BatchWrite> batch) {
    Map<Key, WriteRequest> requests = LinkedHashMap.newLinkedHashMap(batch.size());
    for (BatchWrite write : batch) {
      switch (write) {
        case BatchWrite.Put(Item item) -> {
          Limits.check(definition, item);
          requests.put(definition.key(item), putRequest(item));
        }
        case BatchWrite.Delete(Key key) -> {
          Limits.check(definition, key);
          requests.put(key, deleteRequest(key));
        }
      }
    }
    writes.send(List.copyOf(requests.values()), this::write, "writes to table " + name);
  }

  private List<WriteRequest> write(List<WriteRequest> batch) {
    return call(() -> client.batchWriteItem(r -> r.requestItems(Map.of(name, batch))))
        .unprocessedItems()
        .getOrDefault(name, List.of());
  }

  private static WriteRequest putRequest(Item item) {
    return WriteRequest.builder()
        .putRequest(PutRequest.builder().item(AttributeValues.of(item)).build())
        .build();
  }

  private WriteRequest deleteRequest(Key key) {
    return WriteRequest.builder()
        .deleteRequest(DeleteRequest.builder().key(attributes(key)).build())
        .build();
  }

  private Map<String, AttributeValue> attributes(Key key) {
    return AttributeValues.of(definition.keyItem(key));
  }

  private boolean alive(Item item) {
    Instant now = clock.instant();
    return !definition.expired(item, now);
  }

  private <T> T call(Supplier<T> call) {
    return Errors.translating(name, call);
  }
}
