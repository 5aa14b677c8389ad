package com.ceap.local.cost;

import com.ceap.storage.table.IndexDefinition;
import com.ceap.storage.table.Item;
import com.ceap.storage.table.Limits;
import com.ceap.storage.table.Projection;
import com.ceap.storage.table.TableDefinition;
import java.util.Set;

/**
 * On-demand request units as DynamoDB counts them: a write of up to 1 KB is one, twice that in a
 * transaction; a consistent read of up to 4 KB is one, half that otherwise
 * (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html).
 */
record RequestUnits(double reads, double writes) {
  private static final int WRITE_BYTES = 1024;
  private static final int READ_BYTES = 4096;

  static final RequestUnits NONE = new RequestUnits(0, 0);

  RequestUnits plus(RequestUnits other) {
    return new RequestUnits(reads + other.reads, writes + other.writes);
  }

  RequestUnits minus(RequestUnits other) {
    return new RequestUnits(reads - other.reads, writes - other.writes);
  }

  /** An absent item counts like a small one. */
  static RequestUnits read(long bytes, boolean consistent) {
    return new RequestUnits(units(bytes, READ_BYTES) * (consistent ? 1 : 0.5), 0);
  }

  /**
   * A write with what it changes in the indexes.
   *
   * @param before the item that was there, or the empty one
   * @param after the item that is there now, or the empty one
   */
  static RequestUnits write(TableDefinition table, Item before, Item after, boolean transaction) {
    long bytes = Math.max(Limits.size(before), Limits.size(after));
    double own = units(bytes, WRITE_BYTES) * (transaction ? 2 : 1);
    double indexed =
        table.indexes().stream().mapToDouble(index -> indexed(table, index, before, after)).sum();
    return new RequestUnits(0, own + indexed);
  }

  /** One for an entry that comes, goes or changes, two for one whose key changes. */
  private static double indexed(
      TableDefinition table, IndexDefinition index, Item before, Item after) {
    Item old = entry(table, index, before);
    Item now = entry(table, index, after);
    if (old.equals(now)) {
      return 0;
    }
    double put = now.isEmpty() ? 0 : units(Limits.size(now), WRITE_BYTES);
    boolean replaced = !old.isEmpty() && !now.isEmpty() && sameKey(index, old, now);
    double deleted = old.isEmpty() || replaced ? 0 : units(Limits.size(old), WRITE_BYTES);
    return put + deleted;
  }

  private static boolean sameKey(IndexDefinition index, Item old, Item now) {
    String partition = index.partition().name();
    String sort = index.sort().name();
    return old.value(old.position(partition)).equals(now.value(now.position(partition)))
        && old.value(old.position(sort)).equals(now.value(now.position(sort)));
  }

  /** What the index keeps of an item; nothing where it lacks one of its keys. */
  private static Item entry(TableDefinition table, IndexDefinition index, Item item) {
    if (item.position(index.partition().name()) < 0 || item.position(index.sort().name()) < 0) {
      return Item.EMPTY;
    }
    return switch (index.projection()) {
      case Projection.All _ -> item;
      case Projection.Include(Set<String> names) -> projected(table, index, names, item);
    };
  }

  private static Item projected(
      TableDefinition table, IndexDefinition index, Set<String> names, Item item) {
    Item.Builder entry = Item.builder();
    for (int i = 0; i < item.size(); i++) {
      String name = item.name(i);
      if (names.contains(name)
          || name.equals(table.partitionKey())
          || name.equals(table.sortKey())
          || name.equals(index.partition().name())
          || name.equals(index.sort().name())) {
        entry.with(name, item.value(i));
      }
    }
    return entry.build();
  }

  private static double units(long bytes, int each) {
    return Math.max(1, Math.ceilDiv(bytes, each));
  }
}
