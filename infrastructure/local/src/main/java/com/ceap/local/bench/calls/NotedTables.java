package com.ceap.local.bench.calls;

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
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tables that note every call before it is made. For one thread. */
public final class NotedTables implements Tables {
  private final Tables tables;
  private List<StoreCall> calls = new ArrayList<>();

  public NotedTables(Tables tables) {
    this.tables = tables;
  }

  /** The calls since the last time. */
  public List<StoreCall> take() {
    List<StoreCall> taken = List.copyOf(calls);
    calls = new ArrayList<>();
    return taken;
  }

  @Override
  public Table table(TableDefinition definition) {
    return new NotedTable(tables.table(definition));
  }

  @Override
  public Map<TableDefinition, Map<Key, Item>> batchGet(
      Map<TableDefinition, Set<Key>> keys, Consistency consistency) {
    calls.add(new StoreCall.GotTogether(keys, consistency));
    return tables.batchGet(keys, consistency);
  }

  @Override
  public TransactOutcome transact(List<TransactWrite> writes) {
    calls.add(new StoreCall.Transacted(List.copyOf(writes)));
    return tables.transact(writes);
  }

  @Override
  public void close() {
    tables.close();
  }

  private final class NotedTable implements Table {
    private final Table table;

    NotedTable(Table table) {
      this.table = table;
    }

    @Override
    public TableDefinition definition() {
      return table.definition();
    }

    @Override
    public Optional<Item> get(Key key) {
      calls.add(new StoreCall.Got(definition(), key));
      return table.get(key);
    }

    @Override
    public Map<Key, Item> batchGet(Collection<Key> keys) {
      calls.add(new StoreCall.GotMany(definition(), List.copyOf(keys)));
      return table.batchGet(keys);
    }

    @Override
    public Page query(Query query) {
      calls.add(new StoreCall.Queried(definition(), query));
      return table.query(query);
    }

    @Override
    public WriteOutcome put(Item item, Condition condition) {
      calls.add(new StoreCall.Written(new TransactWrite.Put(definition(), item, condition)));
      return table.put(item, condition);
    }

    @Override
    public WriteOutcome delete(Key key, Condition condition) {
      calls.add(new StoreCall.Written(new TransactWrite.Delete(definition(), key, condition)));
      return table.delete(key, condition);
    }

    @Override
    public WriteOutcome update(Key key, Update update, Condition condition) {
      calls.add(
          new StoreCall.Written(new TransactWrite.Change(definition(), key, update, condition)));
      return table.update(key, update, condition);
    }

    @Override
    public void batchWrite(List<BatchWrite> writes) {
      calls.add(new StoreCall.WrittenMany(definition(), List.copyOf(writes)));
      table.batchWrite(writes);
    }
  }
}
