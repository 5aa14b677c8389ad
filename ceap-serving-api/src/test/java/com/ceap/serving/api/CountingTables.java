package com.ceap.serving.api;

import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A store that writes down every call, and can be told that a table is down. */
public final class CountingTables implements Tables {
  private final Tables store;
  private final ConcurrentLinkedQueue<String> calls = new ConcurrentLinkedQueue<>();
  private final Set<String> down = ConcurrentHashMap.newKeySet();

  public CountingTables(Tables store) {
    this.store = store;
  }

  /** The calls since the last time, as operation and table. */
  public List<String> takeCalls() {
    List<String> taken = List.copyOf(calls);
    calls.clear();
    return taken;
  }

  public void breakDown(TableDefinition table) {
    down.add(table.name());
  }

  /** Lets one operation on a table fail, such as {@code transact}. */
  public void breakDown(String operation, TableDefinition table) {
    down.add(operation + " " + table.name());
  }

  public void repair() {
    down.clear();
  }

  private void called(String operation, String table) {
    calls.add(operation + " " + table);
    if (down.contains(table) || down.contains(operation + " " + table)) {
      throw new CeapException(ErrorCode.STORE_UNAVAILABLE, "table " + table + " is down");
    }
  }

  @Override
  public Table table(TableDefinition definition) {
    return new Counted(store.table(definition));
  }

  @Override
  public Map<TableDefinition, Map<Key, Item>> batchGet(
      Map<TableDefinition, Set<Key>> keys, Consistency consistency) {
    keys.keySet().forEach(table -> called("batchGet", table.name()));
    return store.batchGet(keys, consistency);
  }

  @Override
  public TransactOutcome transact(List<TransactWrite> writes) {
    writes.forEach(write -> called("transact", write.table().name()));
    return store.transact(writes);
  }

  @Override
  public void close() {
    store.close();
  }

  private final class Counted implements Table {
    private final Table table;

    Counted(Table table) {
      this.table = table;
    }

    private Table called(String operation) {
      CountingTables.this.called(operation, table.definition().name());
      return table;
    }

    @Override
    public TableDefinition definition() {
      return table.definition();
    }

    @Override
    public Optional<Item> get(Key key) {
      return called("get").get(key);
    }

    @Override
    public Map<Key, Item> batchGet(Collection<Key> keys) {
      return called("batchGet").batchGet(keys);
    }

    @Override
    public Page query(Query query) {
      return called("query").query(query);
    }

    @Override
    public WriteOutcome put(Item item, Condition condition) {
      return called("put").put(item, condition);
    }

    @Override
    public WriteOutcome delete(Key key, Condition condition) {
      return called("delete").delete(key, condition);
    }

    @Override
    public WriteOutcome update(Key key, Update update, Condition condition) {
      return called("update").update(key, update, condition);
    }

    @Override
    public void batchWrite(List<BatchWrite> writes) {
      called("batchWrite").batchWrite(writes);
    }
  }
}
