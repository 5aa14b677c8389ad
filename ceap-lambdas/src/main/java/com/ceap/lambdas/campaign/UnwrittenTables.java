package com.ceap.lambdas.campaign;

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

/** Tables that are read and never written: every write is answered as if it had been made. */
record UnwrittenTables(Tables tables) implements Tables {
  @Override
  public Table table(TableDefinition definition) {
    return new UnwrittenTable(tables.table(definition));
  }

  @Override
  public Map<TableDefinition, Map<Key, Item>> batchGet(
      Map<TableDefinition, Set<Key>> keys, Consistency consistency) {
    return tables.batchGet(keys, consistency);
  }

  @Override
  public TransactOutcome transact(List<TransactWrite> writes) {
    return new TransactOutcome.Committed();
  }

  /** They are another's. */
  @Override
  public void close() {}

  private record UnwrittenTable(Table table) implements Table {
    @Override
    public TableDefinition definition() {
      return table.definition();
    }

    @Override
    public Optional<Item> get(Key key) {
      return table.get(key);
    }

    @Override
    public Map<Key, Item> batchGet(Collection<Key> keys) {
      return table.batchGet(keys);
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
      return new WriteOutcome.Written(Item.EMPTY);
    }

    @Override
    public void batchWrite(List<BatchWrite> writes) {}
  }
}
