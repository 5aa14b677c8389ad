package com.ceap.local.cost;

import com.ceap.storage.table.BatchWrite;
import com.ceap.storage.table.Condition;
import com.ceap.storage.table.Consistency;
import com.ceap.storage.table.Item;
import com.ceap.storage.table.Key;
import com.ceap.storage.table.Limits;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Tables that count what DynamoDB would charge. For that they look at items before and after each
 * write, one call at a time. Thread-safe.
 */
final class MeteredTables implements Tables {
  private final Tables tables;
  private final ReentrantLock lock = new ReentrantLock();
  private final SortedMap<String, RequestUnits> byTable = new TreeMap<>();

  MeteredTables(Tables tables) {
    this.tables = tables;
  }

  /** What was counted since the start, by table. */
  SortedMap<String, RequestUnits> counted() {
    return locked(() -> new TreeMap<>(byTable));
  }

  private <T> T locked(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  private void count(TableDefinition table, RequestUnits units) {
    byTable.merge(table.name(), units, RequestUnits::plus);
  }

  private void countReads(
      TableDefinition table, Collection<Key> keys, Map<Key, Item> found, boolean consistent) {
    Set.copyOf(keys)
        .forEach(
            key ->
                count(
                    table,
                    RequestUnits.read(
                        Limits.size(found.getOrDefault(key, Item.EMPTY)), consistent)));
  }

  private Item now(TableDefinition table, Key key) {
    return tables.table(table).get(key).orElse(Item.EMPTY);
  }

  @Override
  public Table table(TableDefinition definition) {
    return new MeteredTable(tables.table(definition));
  }

  @Override
  public Map<TableDefinition, Map<Key, Item>> batchGet(
      Map<TableDefinition, Set<Key>> keys, Consistency consistency) {
    return locked(
        () -> {
          Map<TableDefinition, Map<Key, Item>> found = tables.batchGet(keys, consistency);
          keys.forEach(
              (table, some) ->
                  countReads(table, some, found.get(table), consistency == Consistency.STRONG));
          return found;
        });
  }

  @Override
  public TransactOutcome transact(List<TransactWrite> writes) {
    return locked(
        () -> {
          Map<TransactWrite, Item> before = new LinkedHashMap<>();
          writes.forEach(write -> before.put(write, now(write.table(), write.target())));
          TransactOutcome outcome = tables.transact(writes);
          before.forEach(
              (write, item) ->
                  count(
                      write.table(),
                      RequestUnits.write(
                          write.table(), item, now(write.table(), write.target()), true)));
          return outcome;
        });
  }

  @Override
  public void close() {
    tables.close();
  }

  private final class MeteredTable implements Table {
    private final Table table;

    MeteredTable(Table table) {
      this.table = table;
    }

    @Override
    public TableDefinition definition() {
      return table.definition();
    }

    @Override
    public Optional<Item> get(Key key) {
      return locked(
          () -> {
            Optional<Item> found = table.get(key);
            count(definition(), RequestUnits.read(Limits.size(found.orElse(Item.EMPTY)), true));
            return found;
          });
    }

    @Override
    public Map<Key, Item> batchGet(Collection<Key> keys) {
      return locked(
          () -> {
            Map<Key, Item> found = table.batchGet(keys);
            countReads(definition(), keys, found, false);
            return found;
          });
    }

    @Override
    public Page query(Query query) {
      return locked(
          () -> {
            Page page = table.query(query);
            long bytes = page.items().stream().mapToLong(Limits::size).sum();
            boolean consistent = !query.onIndex() && query.consistent();
            count(definition(), RequestUnits.read(bytes, consistent));
            return page;
          });
    }

    @Override
    public WriteOutcome put(Item item, Condition condition) {
      return written(definition().key(item), () -> table.put(item, condition));
    }

    @Override
    public WriteOutcome delete(Key key, Condition condition) {
      return written(key, () -> table.delete(key, condition));
    }

    @Override
    public WriteOutcome update(Key key, Update update, Condition condition) {
      return written(key, () -> table.update(key, update, condition));
    }

    private <T> T written(Key key, Supplier<T> write) {
      return locked(
          () -> {
            Item before = now(definition(), key);
            T outcome = write.get();
            Item after = now(definition(), key);
            count(definition(), RequestUnits.write(definition(), before, after, false));
            return outcome;
          });
    }

    @Override
    public void batchWrite(List<BatchWrite> writes) {
      for (BatchWrite write : writes) {
        var _ =
            written(
                key(write),
                () -> {
                  table.batchWrite(List.of(write));
                  return write;
                });
      }
    }

    private Key key(BatchWrite write) {
      return switch (write) {
        case BatchWrite.Put(Item item) -> definition().key(item);
        case BatchWrite.Delete(Key key) -> key;
      };
    }
  }
}
