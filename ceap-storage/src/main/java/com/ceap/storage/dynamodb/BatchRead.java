package com.ceap.storage.dynamodb;

import com.ceap.storage.table.BatchSender;
import com.ceap.storage.table.Consistency;
import com.ceap.storage.table.Item;
import com.ceap.storage.table.Key;
import com.ceap.storage.table.Limits;
import com.ceap.storage.table.TableDefinition;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** One read of items of several tables; used once, by one thread. */
final class BatchRead {
  private record Wanted(TableDefinition table, Map<String, AttributeValue> key) {}

  private final DynamoDbClient client;
  private final Function<TableDefinition, String> name;
  private final InstantSource clock;
  private final boolean strong;
  private final Map<String, TableDefinition> tables = new HashMap<>();
  private final Map<TableDefinition, Map<Key, Item>> found = new HashMap<>();

  BatchRead(
      DynamoDbClient client,
      Function<TableDefinition, String> name,
      InstantSource clock,
      Consistency consistency) {
    this.client = client;
    this.name = name;
    this.clock = clock;
    this.strong = consistency == Consistency.STRONG;
  }

  Map<TableDefinition, Map<Key, Item>> read(
      Map<TableDefinition, Set<Key>> keys, BatchSender sender) {
    List<Wanted> wanted = new ArrayList<>();
    keys.forEach((table, some) -> add(table, some, wanted));
    sender.send(wanted, this::send, "reads of tables " + tables.keySet());
    return found;
  }

  private void add(TableDefinition table, Set<Key> keys, List<Wanted> wanted) {
    tables.put(name.apply(table), table);
    found.put(table, new LinkedHashMap<>());
    for (Key key : keys) {
      Limits.check(table, key);
      wanted.add(new Wanted(table, AttributeValues.of(table.keyItem(key))));
    }
  }

  private List<Wanted> send(List<Wanted> batch) {
    Map<String, KeysAndAttributes> request = new HashMap<>();
    batch.stream()
        .collect(Collectors.groupingBy(Wanted::table))
        .forEach((table, some) -> request.put(name.apply(table), keys(some)));
    BatchGetItemResponse response =
        Errors.translating(
            String.join(", ", request.keySet()),
            () -> client.batchGetItem(r -> r.requestItems(request)));
    response.responses().forEach((table, items) -> take(tables.get(table), items));
    List<Wanted> unprocessed = new ArrayList<>();
    response
        .unprocessedKeys()
        .forEach(
            (table, left) ->
                left.keys().forEach(key -> unprocessed.add(new Wanted(tables.get(table), key))));
    return unprocessed;
  }

  private KeysAndAttributes keys(List<Wanted> some) {
    return KeysAndAttributes.builder()
        .keys(some.stream().map(Wanted::key).toList())
        .consistentRead(strong)
        .build();
  }

  private void take(TableDefinition table, List<Map<String, AttributeValue>> items) {
    items.stream()
        .map(AttributeValues::item)
        .filter(item -> !table.expired(item, clock.instant()))
        .forEach(item -> found.get(table).put(table.key(item), item));
  }
}
