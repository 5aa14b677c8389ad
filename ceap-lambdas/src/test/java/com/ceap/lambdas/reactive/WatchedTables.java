package com.ceap.lambdas.reactive;

import com.ceap.storage.table.BatchWrite;
import com.ceap.storage.table.Condition;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Tables whose every call somebody watches, and may break off. */
final class WatchedTables implements Tables {
  /** Sees each call; what it throws reaches the caller. */
  interface Watch {
    void before(String call);

    void after(String call);
  }

  private final Tables tables;
  private final Watch watch;

  WatchedTables(Tables tables, Watch watch) {
    this.tables = tables;
    this.watch = watch;
  }

  private <T> T watched(String call, Supplier<T> work) {
    watch.before(call);
    T result = work.get();
    watch.after(call);
    return result;
  }

  @Override
  public Table table(TableDefinition definition) {
    return new WatchedTable(tables.table(definition));
  }

  @Override
  public Map<TableDefinition, Map<Key, Item>> batchGet(
      Map<TableDefinition, Set<Key>> keys, Consistency consistency) {
    return watched("read of several tables", () -> tables.batchGet(keys, consistency));
  }

  @Override
  public TransactOutcome transact(List<TransactWrite> writes) {
    return watched("transaction", () -> tables.transact(writes));
  }

  @Override
  public void close() {
    tables.close();
  }

  private final class WatchedTable implements Table {
    private final Table table;

    WatchedTable(Table table) {
      this.table = table;
    }

    private <T> T call(String what, Supplier<T> work) {
      return watched(what + " " + definition().name(), work);
    }

    @Override
    public TableDefinition definition() {
      return table.definition();
    }

    @Override
    public Optional<Item> get(Key key) {
      return call("get", () -> table.get(key));
    }

    @Override
    public Map<Key, Item> batchGet(Collection<Key> keys) {
      return call("batchGet", () -> table.batchGet(keys));
    }

    @Override
    public Page query(Query query) {
      return call("query", () -> table.query(query));
    }

    @Override
    public WriteOutcome put(Item item, Condition condition) {
      return call("put", () -> table.put(item, condition));
    }

    @Override
    public WriteOutcome delete(Key key, Condition condition) {
      return call("delete", () -> table.delete(key, condition));
    }

    @Override
    public WriteOutcome update(Key key, Update update, Condition condition) {
      return call("update", () -> table.update(key, update, condition));
    }

    @Override
    public void batchWrite(List<BatchWrite> writes) {
      call(
          "batchWrite",
          () -> {
            table.batchWrite(writes);
            return writes.size();
          });
    }
  }
}
