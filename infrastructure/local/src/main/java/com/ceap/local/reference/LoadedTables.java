package com.ceap.local.reference;

import static com.ceap.storage.CeapTables.RUNS;

import com.ceap.storage.table.Condition;
import com.ceap.storage.table.Item;
import com.ceap.storage.table.Key;
import com.ceap.storage.table.Table;
import com.ceap.storage.table.Tables;

/**
 * Which table of each kind was loaded last. Kept in the store itself, so that a store that was
 * deleted, or another one, is loaded again.
 */
public final class LoadedTables {
  private static final String PARTITION = "#reference";

  private final Table table;

  public LoadedTables(Tables tables) {
    this.table = tables.table(RUNS);
  }

  /** Whether these files, or others of the same bytes, were the last of their kind. */
  boolean isCurrent(ReferenceKind kind, Fingerprint files) {
    Item last = table.get(key(kind)).orElse(Item.EMPTY);
    if (last.isEmpty()) {
      return false;
    }
    return last.text("outside").equals(files.outside())
        || last.text("content").equals(files.content());
  }

  /** While a table is being loaded none is current: a load that is cut short counts for nothing. */
  void forget(ReferenceKind kind) {
    table.delete(key(kind), Condition.ALWAYS);
  }

  void remember(ReferenceKind kind, Fingerprint files) {
    table.put(
        Item.builder()
            .withAll(RUNS.keyItem(key(kind)))
            .with("outside", files.outside())
            .with("content", files.content())
            .build(),
        Condition.ALWAYS);
  }

  private static Key key(ReferenceKind kind) {
    return Key.of(PARTITION, kind.table());
  }
}
