package com.ceap.local.bench.reactive;

import com.ceap.storage.table.BatchWrite;
import com.ceap.storage.table.Condition;
import com.ceap.storage.table.Conditions;
import com.ceap.storage.table.Consistency;
import com.ceap.storage.table.Item;
import com.ceap.storage.table.Key;
import com.ceap.storage.table.Page;
import com.ceap.storage.table.Query;
import com.ceap.storage.table.Table;
import com.ceap.storage.table.TableDefinition;
import com.ceap.storage.table.Tables;
import com.ceap.storage.table.TransactOutcome;
import com.ceap.storage.table.TransactWrite;
import com.ceap.storage.table.Update;
import com.ceap.storage.table.WriteOutcome;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A store that takes no time: what was read once from the tables behind is at hand, and every write
 * succeeds, as the first of its key, and is forgotten. Thread-safe.
 */
final class ReadyTables implements Tables {
  private static final TransactOutcome COMMITTED = new TransactOutcome.Committed();

  private final Tables behind;
  private final Map<String, ReadyTable> tables = new ConcurrentHashMap<>();

  /** On tables that nobody writes any more. */
  ReadyTables(Tables behind) {
    this.behind = behind;
  }

  @Override
  public Table table(TableDefinition definition) {
    ReadyTable table = tables.get(definition.name());
    return table != null
        ? table
        : tables.computeIfAbsent(definition.name(), _ -> new ReadyTable(behind.table(definition)));
  }

  @Override
  public Map<TableDefinition, Map<Key, Item>> batchGet(
      Map<TableDefinition, Set<Key>> keys, Consistency consistency) {
    Map<TableDefinition, Map<Key, Item>> found = HashMap.newHashMap(keys.size());
    keys.forEach((table, wanted) -> found.put(table, table(table).batchGet(wanted)));
    return found;
  }

  @Override
  public TransactOutcome transact(List<TransactWrite> writes) {
    return COMMITTED;
  }

  @Override
  public void close() {
    behind.close();
  }

  private static final class ReadyTable implements Table {
    private final Table table;
    private final Map<Key, Item> ready = new ConcurrentHashMap<>();

    ReadyTable(Table table) {
      this.table = table;
    }

    @Override
    public TableDefinition definition() {
      return table.definition();
    }

    @Override
    public Optional<Item> get(Key key) {
      return Optional.of(item(key)).filter(item -> !item.isEmpty());
    }

    @Override
    public Map<Key, Item> batchGet(Collection<Key> keys) {
      Map<Key, Item> found = HashMap.newHashMap(keys.size());
      for (Key key : keys) {
        Item item = item(key);
        if (!item.isEmpty()) {
          found.put(key, item);
        }
      }
      return found;
    }

    /** Empty where there is none. */
    private Item item(Key key) {
      Item item = ready.get(key);
      return item != null ? item : ready.computeIfAbsent(key, k -> table.get(k).orElse(Item.EMPTY));
    }

    @Override
    public Page query(Query query) {
      return table.query(query);
    }

    @Override
    public WriteOutcome put(Item item, Condition condition) {
      return new WriteOutcome.Written(item);
    }

    @Override
    public WriteOutcome delete(Key key, Condition condition) {
      return new WriteOutcome.Written(Item.EMPTY);
    }

    @Override
    public WriteOutcome update(Key key, Update update, Condition condition) {
      return new WriteOutcome.Written(Conditions.apply(update, definition().keyItem(key)));
    }

    @Override
    public void batchWrite(List<BatchWrite> writes) {}
  }
}
