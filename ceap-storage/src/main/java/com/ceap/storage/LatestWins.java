package com.ceap.storage;

import com.ceap.storage.table.BatchWrite;
import com.ceap.storage.table.Condition;
import com.ceap.storage.table.Condition.Is;
import com.ceap.storage.table.Item;
import com.ceap.storage.table.Key;
import com.ceap.storage.table.Num;
import com.ceap.storage.table.Table;
import com.ceap.storage.table.TableDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Imports items of which the one with the latest {@code updatedAt} holds. Few are written each
 * under that condition, so that of two writers the later word stands. Of many the stored ones are
 * read in a batch and the newer ones written in a batch; a word that arrives between the two is
 * lost, which importing again mends. An equal one is written again, so that an import can be
 * repeated.
 */
final class LatestWins {

  static final String UPDATED_AT = "updatedAt";

  /** As many as events bring; a batch of more is an import. */
  static final int FEW = 100;

  private LatestWins() {}

  /** Writes what is not older than what is stored; answers how many that were. */
  static int write(Table table, List<Item> items) {
    TableDefinition definition = table.definition();
    Map<Key, Item> latest = HashMap.newHashMap(items.size());
    for (Item item : items) {
      latest.merge(definition.key(item), item, (a, b) -> time(b).compareTo(time(a)) >= 0 ? b : a);
    }
    return latest.size() <= FEW ? writeEach(table, latest) : writeAll(table, latest);
  }

  private static int writeEach(Table table, Map<Key, Item> latest) {
    int written = 0;
    for (Item item : latest.values()) {
      Condition notLater = Condition.compare(UPDATED_AT, Is.AT_MOST, time(item));
      written += table.put(item, Condition.any(Condition.ABSENT, notLater)).written() ? 1 : 0;
    }
    return written;
  }

  private static int writeAll(Table table, Map<Key, Item> latest) {
    Map<Key, Item> stored = table.batchGet(latest.keySet());
    List<BatchWrite> writes = new ArrayList<>(latest.size());
    latest.forEach(
        (key, item) -> {
          Item old = stored.getOrDefault(key, Item.EMPTY);
          if (old.isEmpty() || time(item).compareTo(time(old)) >= 0) {
            writes.add(BatchWrite.put(item));
          }
        });
    table.batchWrite(writes);
    return writes.size();
  }

  private static Num time(Item item) {
    return item.number(UPDATED_AT);
  }
}
