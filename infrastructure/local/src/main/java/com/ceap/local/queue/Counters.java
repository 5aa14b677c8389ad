package com.ceap.local.queue;

import static com.ceap.local.queue.QueueTables.COUNTERS;

import com.ceap.storage.table.Condition;
import com.ceap.storage.table.Item;
import com.ceap.storage.table.Key;
import com.ceap.storage.table.Table;
import com.ceap.storage.table.Tables;
import com.ceap.storage.table.TransactWrite;
import com.ceap.storage.table.Update;
import java.util.Map;
import java.util.Optional;

/**
 * Counts that are kept in the transactions of what they count, so that they add up however a
 * process ends. Thread-safe.
 */
public final class Counters {
  private final Table table;

  public Counters(Tables tables) {
    this.table = tables.table(COUNTERS);
  }

  /**
   * The write that adds to some counts of a group; empty where all amounts are zero.
   *
   * @param group of which a transaction may change each once, such as {@code bus}
   */
  public static Optional<TransactWrite> adding(String group, Map<String, Integer> amounts) {
    Update.Change[] changes =
        amounts.entrySet().stream()
            .filter(amount -> amount.getValue() != 0)
            .map(amount -> Update.add(amount.getKey(), amount.getValue()))
            .toArray(Update.Change[]::new);
    return changes.length == 0
        ? Optional.empty()
        : Optional.of(
            new TransactWrite.Change(
                COUNTERS, Key.of(group), Update.of(changes), Condition.ALWAYS));
  }

  /** The count of that name, 0 where nothing was counted yet. */
  public long count(String group, String name) {
    return count(group(group), name);
  }

  Item group(String group) {
    return table.get(Key.of(group)).orElse(Item.EMPTY);
  }

  static long count(Item group, String name) {
    return group.has(name) ? group.number(name).toLong() : 0;
  }
}
