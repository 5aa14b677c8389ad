package com.ceap.local.bench.calls;

import com.ceap.storage.table.BatchWrite;
import com.ceap.storage.table.Consistency;
import com.ceap.storage.table.Key;
import com.ceap.storage.table.Query;
import com.ceap.storage.table.TableDefinition;
import com.ceap.storage.table.Tables;
import com.ceap.storage.table.TransactOutcome;
import com.ceap.storage.table.TransactWrite;
import com.ceap.storage.table.WriteOutcome;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A call to a store, with all that it was given. */
public sealed interface StoreCall {
  /**
   * Makes it again.
   *
   * @throws IllegalStateException where a write is refused: the store is not as it was
   */
  void on(Tables tables);

  /** One item was read. */
  record Got(TableDefinition table, Key key) implements StoreCall {
    @Override
    public void on(Tables tables) {
      var _ = tables.table(table).get(key);
    }
  }

  /** Items of a table were read. */
  record GotMany(TableDefinition table, Collection<Key> keys) implements StoreCall {
    @Override
    public void on(Tables tables) {
      var _ = tables.table(table).batchGet(keys);
    }
  }

  /** Items of several tables were read. */
  record GotTogether(Map<TableDefinition, Set<Key>> keys, Consistency consistency)
      implements StoreCall {
    @Override
    public void on(Tables tables) {
      var _ = tables.batchGet(keys, consistency);
    }
  }

  /** A page was read. */
  record Queried(TableDefinition table, Query query) implements StoreCall {
    @Override
    public void on(Tables tables) {
      var _ = tables.table(table).query(query);
    }
  }

  /** One item was written. */
  record Written(TransactWrite write) implements StoreCall {
    @Override
    public void on(Tables tables) {
      requireDone(outcome(tables).written());
    }

    private WriteOutcome outcome(Tables tables) {
      return switch (write) {
        case TransactWrite.Put put -> tables.table(put.table()).put(put.item(), put.condition());
        case TransactWrite.Delete delete ->
            tables.table(delete.table()).delete(delete.key(), delete.condition());
        case TransactWrite.Change change ->
            tables.table(change.table()).update(change.key(), change.update(), change.condition());
        case TransactWrite.Check _ ->
            throw new IllegalArgumentException("a check is a part of transactions alone");
      };
    }
  }

  /** Items were written blindly. */
  record WrittenMany(TableDefinition table, List<BatchWrite> writes) implements StoreCall {
    @Override
    public void on(Tables tables) {
      tables.table(table).batchWrite(writes);
    }
  }

  /** Items were written together. */
  record Transacted(List<TransactWrite> writes) implements StoreCall {
    @Override
    public void on(Tables tables) {
      requireDone(tables.transact(writes) instanceof TransactOutcome.Committed);
    }
  }

  private static void requireDone(boolean done) {
    if (!done) {
      throw new IllegalStateException("a write that was done before is refused now");
    }
  }
}
