package com.ceap.storage.dynamodb;

import com.ceap.storage.table.Condition;
import com.ceap.storage.table.Key;
import com.ceap.storage.table.Limits;
import com.ceap.storage.table.TableDefinition;
import com.ceap.storage.table.TransactOutcome;
import com.ceap.storage.table.TransactWrite;
import com.ceap.storage.table.Update;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Writes to several items, all or none. */
final class Transactions {

  private final DynamoDbClient client;
  private final UnaryOperator<String> tableName;

  Transactions(DynamoDbClient client, UnaryOperator<String> tableName) {
    this.client = client;
    this.tableName = tableName;
  }

  TransactOutcome commit(List<TransactWrite> writes) {
    Limits.check(writes);
    List<TransactWriteItem> items = writes.stream().map(this::item).toList();
    String tables =
        String.join(", ", writes.stream().map(w -> name(w.table())).distinct().toList());
    return Errors.translating(tables, () -> send(items));
  }

  private TransactOutcome send(List<TransactWriteItem> items) {
    try {
      client.transactWriteItems(r -> r.transactItems(items));
      return new TransactOutcome.Committed();
    } catch (TransactionCanceledException e) {
      return outcome(e);
    }
  }

  private static TransactOutcome outcome(TransactionCanceledException e) {
    List<String> codes = e.cancellationReasons().stream().map(CancellationReason::code).toList();
    List<Integer> refused =
        IntStream.range(0, codes.size())
            .filter(i -> "ConditionalCheckFailed".equals(codes.get(i)))
            .boxed()
            .toList();
    if (!refused.isEmpty()) {
      return new TransactOutcome.Refused(refused);
    }
    if (codes.contains("TransactionConflict")) {
      return new TransactOutcome.Conflicted();
    }
    throw e;
  }

  private TransactWriteItem item(TransactWrite write) {
    Limits.check(write.table(), write.target());
    Expressions expressions = new Expressions(write.table().partitionKey());
    TransactWriteItem.Builder item = TransactWriteItem.builder();
    switch (write) {
      case TransactWrite.Put put -> put(item, put, expressions);
      case TransactWrite.Delete(TableDefinition table, Key key, Condition condition) -> {
        String expression = expressions.condition(condition);
        item.delete(
            d ->
                d.tableName(name(table))
                    .key(key(table, key))
                    .conditionExpression(Expressions.orUnset(expression))
                    .expressionAttributeNames(Expressions.orUnset(expressions.names()))
                    .expressionAttributeValues(Expressions.orUnset(expressions.values())));
      }
      case TransactWrite.Change change -> change(item, change, expressions);
      case TransactWrite.Check(TableDefinition table, Key key, Condition condition) -> {
        String expression = expressions.condition(condition);
        item.conditionCheck(
            c ->
                c.tableName(name(table))
                    .key(key(table, key))
                    .conditionExpression(expression)
                    .expressionAttributeNames(Expressions.orUnset(expressions.names()))
                    .expressionAttributeValues(Expressions.orUnset(expressions.values())));
      }
    }
    return item.build();
  }

  private void put(TransactWriteItem.Builder item, TransactWrite.Put put, Expressions expressions) {
    Limits.check(put.table(), put.item());
    String expression = expressions.condition(put.condition());
    item.put(
        p ->
            p.tableName(name(put.table()))
                .item(AttributeValues.of(put.item()))
                .conditionExpression(Expressions.orUnset(expression))
                .expressionAttributeNames(Expressions.orUnset(expressions.names()))
                .expressionAttributeValues(Expressions.orUnset(expressions.values())));
  }

  private void change(
      TransactWriteItem.Builder item, TransactWrite.Change change, Expressions expressions) {
    Update update = change.update();
    String changes = expressions.update(update);
    String expression = expressions.condition(change.condition());
    item.update(
        u ->
            u.tableName(name(change.table()))
                .key(key(change.table(), change.key()))
                .updateExpression(changes)
                .conditionExpression(Expressions.orUnset(expression))
                .expressionAttributeNames(Expressions.orUnset(expressions.names()))
                .expressionAttributeValues(Expressions.orUnset(expressions.values())));
  }

  private String name(TableDefinition table) {
    return tableName.apply(table.name());
  }

  private static Map<String, AttributeValue> key(TableDefinition table, Key key) {
    return AttributeValues.of(table.keyItem(key));
  }
}
