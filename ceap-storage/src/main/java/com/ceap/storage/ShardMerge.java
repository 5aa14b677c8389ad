package com.ceap.storage;

import com.ceap.storage.table.Item;
import com.ceap.storage.table.Num;
import com.ceap.storage.table.Page;
import com.ceap.storage.table.Position;
import com.ceap.storage.table.Query;
import com.ceap.storage.table.Table;
import com.ceap.storage.table.Utf8Order;
import com.ceap.storage.table.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Reads the partitions of an index as one, in the query's order of the sort key; equals follow the
 * order of the partitions, and within one that of the store. Can stop after any item and go on
 * there. One instance serves one read.
 */
final class ShardMerge {

  private final Table table;
  private final String sortKey;
  private final boolean ascending;
  private final List<Shard> shards = new ArrayList<>();

  /**
   * A read that begins at the cursor.
   *
   * @param query the range, without partition and position; its limit is that of one page
   */
  ShardMerge(Table table, Query query, List<String> partitions, Cursor cursor) {
    this.table = table;
    this.ascending = query.ascending();
    this.sortKey = table.definition().index(query.index()).sort().name();
    List<Position> positions = cursor.on(partitions.size());
    for (int i = 0; i < partitions.size(); i++) {
      shards.add(new Shard(query.in(partitions.get(i)), positions.get(i)));
    }
  }

  /** The next items, fewer than asked for only at the end. */
  List<Item> next(int count) {
    List<Item> items = new ArrayList<>(count);
    while (items.size() < count) {
      Optional<Shard> best = best();
      if (best.isEmpty()) {
        break;
      }
      items.add(best.get().take());
    }
    return items;
  }

  Cursor cursor() {
    return new Cursor(shards.stream().map(Shard::position).toList());
  }

  private Optional<Shard> best() {
    Shard best = null;
    for (Shard shard : shards) {
      if (shard.hasNext() && (best == null || precedes(shard.peek(), best.peek()))) {
        best = shard;
      }
    }
    return Optional.ofNullable(best);
  }

  private boolean precedes(Item a, Item b) {
    int order = compare(a, b);
    return ascending ? order < 0 : order > 0;
  }

  private int compare(Item a, Item b) {
    Value left = a.find(sortKey).orElseThrow();
    Value right = b.find(sortKey).orElseThrow();
    return left instanceof Num x && right instanceof Num y
        ? x.compareTo(y)
        : Utf8Order.compare(a.text(sortKey), b.text(sortKey));
  }

  private final class Shard {
    private final Query query;
    private final Deque<Item> read = new ArrayDeque<>();
    private Position taken;
    private Position fetched;

    Shard(Query query, Position from) {
      this.query = query;
      this.taken = from;
      this.fetched = from;
    }

    boolean hasNext() {
      while (read.isEmpty() && !(fetched instanceof Position.End)) {
        Page page = table.query(query.from(fetched));
        read.addAll(page.items());
        fetched = page.next();
      }
      return !read.isEmpty();
    }

    Item peek() {
      return read.element();
    }

    Item take() {
      Item item = read.remove();
      taken = table.definition().after(item, query);
      return item;
    }

    Position position() {
      return read.isEmpty() && fetched instanceof Position.End ? Position.END : taken;
    }
  }
}
