package com.ceap.storage.embedded;

import com.ceap.storage.table.IndexDefinition;
import com.ceap.storage.table.Item;
import com.ceap.storage.table.Key;
import com.ceap.storage.table.Num;
import com.ceap.storage.table.Position;
import com.ceap.storage.table.Projection;
import com.ceap.storage.table.Query;
import com.ceap.storage.table.SortRange;
import com.ceap.storage.table.TableDefinition;
import com.ceap.storage.table.Utf8Order;
import com.ceap.storage.table.Value;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Which items a query wants, and in which order. */
record MemoryRange(TableDefinition table, Query query) implements Predicate<Item> {

  Comparator<Item> order() {
    Comparator<Item> order =
        Comparator.comparing((Item item) -> item.find(sort()).orElseThrow(), MemoryRange::compare)
            .thenComparing(table::key, Comparator.comparing(Key::partition, Utf8Order::compare))
            .thenComparing(table::key, Comparator.comparing(Key::sort, Utf8Order::compare));
    return query.ascending() ? order : order.reversed();
  }

  @Override
  public boolean test(Item item) {
    return item.find(partition()).equals(Optional.of(Value.of(query.partition())))
        && item.find(sort()).filter(this::inRange).isPresent()
        && beyond(item);
  }

  private boolean inRange(Value value) {
    return switch (query.range()) {
      case SortRange.All _ -> true;
      case SortRange.BeginsWith(String prefix) ->
          value instanceof Value.Text(String text) && text.startsWith(prefix);
      case SortRange.Between(Value low, Value high) ->
          compare(value, low) >= 0 && compare(value, high) <= 0;
    };
  }

  private boolean beyond(Item item) {
    return !(query.from() instanceof Position.After(Item keys)) || order().compare(item, keys) > 0;
  }

  /** What readers of an index get to see. */
  Item projected(Item item) {
    if (!query.onIndex() || !(index().projection() instanceof Projection.Include include)) {
      return item;
    }
    Set<String> names = new HashSet<>(include.names());
    names.addAll(table.keyNames(query));
    return item.only(names);
  }

  private String partition() {
    return query.onIndex() ? index().partition().name() : table.partitionKey();
  }

  private String sort() {
    return query.onIndex() ? index().sort().name() : table.sortKey();
  }

  private IndexDefinition index() {
    return table.index(query.index());
  }

  private static int compare(Value a, Value b) {
    if (a instanceof Num x && b instanceof Num y) {
      return x.compareTo(y);
    }
    return Utf8Order.compare(((Value.Text) a).text(), ((Value.Text) b).text());
  }
}
