package com.ceap.storage.embedded;

import com.ceap.storage.table.ChangeFeed;
import com.ceap.storage.table.Consistency;
import com.ceap.storage.table.Item;
import com.ceap.storage.table.Key;
import com.ceap.storage.table.Limits;
import com.ceap.storage.table.TableDefinition;
import com.ceap.storage.table.Tables;
import com.ceap.storage.table.TransactOutcome;
import com.ceap.storage.table.TransactWrite;
import com.ceap.storage.table.WriteOutcome;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Tables that live as long as the object: for tests that need thousands of stores. All of it is one
 * critical section.
 */
public final class MemoryTables implements Tables {

  private static final int DAYS = 10_000;

  private final InstantSource clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, MemoryTable> tables = new ConcurrentHashMap<>();

  public MemoryTables(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public MemoryTable table(TableDefinition definition) {
    return tables.computeIfAbsent(definition.name(), _ -> new MemoryTable(definition, lock, clock));
  }

  /** All that ever changed in these tables. */
  public ChangeFeed changes() {
    return (table, from, to, action) -> {
      ChangeFeed.check(table, from, to, clock.instant(), DAYS);
      table(table).changed(from, to).forEach(action);
    };
  }

  @Override
  public Map<TableDefinition, Map<Key, Item>> batchGet(
      Map<TableDefinition, Set<Key>> keys, Consistency consistency) {
    Map<TableDefinition, Map<Key, Item>> found = HashMap.newHashMap(keys.size());
    lock.lock();
    try {
      keys.forEach(
          (definition, wanted) -> found.put(definition, table(definition).batchGet(wanted)));
    } finally {
      lock.unlock();
    }
    return found;
  }

  @Override
  public TransactOutcome transact(List<TransactWrite> writes) {
    Limits.check(writes);
    List<WriteOutcome> outcomes = new ArrayList<>(writes.size());
    List<Integer> refused = new ArrayList<>();
    lock.lock();
    try {
      for (TransactWrite write : writes) {
        outcomes.add(table(write.table()).outcome(write));
        if (!outcomes.getLast().written()) {
          refused.add(outcomes.size() - 1);
        }
      }
      if (!refused.isEmpty()) {
        return new TransactOutcome.Refused(refused);
      }
      for (int i = 0; i < writes.size(); i++) {
        table(writes.get(i).table()).apply(writes.get(i), outcomes.get(i));
      }
      return new TransactOutcome.Committed();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    tables.clear();
  }
}
