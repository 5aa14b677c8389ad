package com.ceap.lambdas.lifecycle;

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
import java.util.function.Supplier;

/**
 * Tables whose caller dies before or after one of its calls, and makes no other until it is started
 * again. Used by one thread.
 */
final class CrashingTables implements Tables {
  private final Tables tables;
  private int calls;
  private int deadAt = Integer.MAX_VALUE;
  private boolean after;
  private boolean dead;

  CrashingTables(Tables tables) {
    this.tables = tables;
  }

  /** Lets the caller die at its n-th call from now on, counted from 1. */
  void crashAt(int call, boolean afterIt) {
    deadAt = calls + call;
    after = afterIt;
  }

  /** Starts it again; answers whether it had died. */
  boolean restart() {
    boolean died = dead;
    dead = false;
    deadAt = Integer.MAX_VALUE;
    return died;
  }

  private <T> T call(Supplier<T> work) {
    calls++;
    if (dead || (calls == deadAt && !after)) {
      throw die();
    }
    T result = work.get();
    if (calls == deadAt) {
      throw die();
    }
    return result;
  }

  private CeapException die() {
    dead = true;
    return new CeapException(ErrorCode.STORE_UNAVAILABLE, "died at call " + calls);
  }

  @Override
  public Table table(TableDefinition definition) {
    return new CrashingTable(tables.table(definition));
  }

  @Override
  public Map<TableDefinition, Map<Key, Item>> batchGet(
      Map<TableDefinition, Set<Key>> keys, Consistency consistency) {
    return call(() -> tables.batchGet(keys, consistency));
  }

  @Override
  public TransactOutcome transact(List<TransactWrite> writes) {
    return call(() -> tables.transact(writes));
  }

  @Override
  public void close() {
    tables.close();
  }

  private final class CrashingTable implements Table {
    private final Table table;

    CrashingTable(Table table) {
      this.table = table;
    }

    @Override
    public TableDefinition definition() {
      return table.definition();
    }

    @Override
    public Optional<Item> get(Key key) {
      return call(() -> table.get(key));
    }

    @Override
    public Map<Key, Item> batchGet(Collection<Key> keys) {
      return call(() -> table.batchGet(keys));
    }

    @Override
    public Page query(Query query) {
      return call(() -> table.query(query));
    }

    @Override
    public WriteOutcome put(Item item, Condition condition) {
      return call(() -> table.put(item, condition));
    }

    @Override
    public WriteOutcome delete(Key key, Condition condition) {
      return call(() -> table.delete(key, condition));
    }

    @Override
    public WriteOutcome update(Key key, Update update, Condition condition) {
      return call(() -> table.update(key, update, condition));
    }

    @Override
    public void batchWrite(List<BatchWrite> writes) {
      call(
          () -> {
            table.batchWrite(writes);
            return writes;
          });
    }
  }
}
