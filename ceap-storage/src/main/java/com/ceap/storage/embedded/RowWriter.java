package com.ceap.storage.embedded;

import com.ceap.storage.table.Item;
import com.ceap.storage.table.Key;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Reads and writes the rows of one table inside a transaction of the caller. Every write passes
 * here, so that the change feed misses none.
 */
final class RowWriter {

  /** Keys that one statement has places for: this many, half of them, and so on. */
  private static final int MOST_TOGETHER = 256;

  private static final int FEWEST_TOGETHER = 8;

  /** Rows that the driver collects before it hands them to SQLite; more fall out of its caches. */
  private static final int BATCH = 512;

  private final Layout layout;
  private final String upsert;
  private final String insert;
  private final String update;
  private final String keep;
  private final String delete;
  private final String forget;
  private final String select;
  private final Map<Integer, String> selectMany;

  RowWriter(Layout layout) {
    this.layout = layout;
    this.upsert = layout.upsert();
    this.insert = layout.insert();
    this.update = layout.update();
    this.keep = new FeedLayout(layout).keep();
    this.delete = layout.delete();
    this.forget = new FeedLayout(layout).forget();
    this.select = layout.select();
    this.selectMany =
        IntStream.iterate(FEWEST_TOGETHER, n -> n <= MOST_TOGETHER, n -> 2 * n)
            .boxed()
            .collect(Collectors.toMap(places -> places, layout::selectMany));
  }

  /** The stored item, expired or not; empty where there is none. */
  Item stored(Session session, Key key) throws SQLException {
    PreparedStatement statement = session.prepared(select);
    statement.setString(1, key.partition());
    statement.setString(2, key.sort());
    try (ResultSet found = statement.executeQuery()) {
      return found.next() ? layout.item(found) : Item.EMPTY;
    }
  }

  /** The stored items of these keys, expired or not; absent ones are left out. */
  Map<Key, Item> stored(Session session, Collection<Key> keys) throws SQLException {
    Map<Key, Item> found = LinkedHashMap.newLinkedHashMap(keys.size());
    List<Key> all = List.copyOf(keys);
    for (int from = 0; from < all.size(); from += MOST_TOGETHER) {
      addStored(session, all.subList(from, Math.min(all.size(), from + MOST_TOGETHER)), found);
    }
    return found;
  }

  /** Reading keys together takes a third less time than one by one. */
  private void addStored(Session session, List<Key> keys, Map<Key, Item> found)
      throws SQLException {
    if (keys.size() == 1) {
      Item item = stored(session, keys.getFirst());
      if (!item.isEmpty()) {
        found.put(keys.getFirst(), item);
      }
      return;
    }
    int places = places(keys.size());
    PreparedStatement statement = session.prepared(selectMany.get(places));
    for (int i = 0; i < places; i++) {
      // In a place that is left over stands null, which equals no key.
      statement.setString(2 * i + 1, i < keys.size() ? keys.get(i).partition() : null);
      statement.setString(2 * i + 2, i < keys.size() ? keys.get(i).sort() : null);
    }
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        Item item = layout.item(rows);
        found.put(layout.table().key(item), item);
      }
    }
  }

  /** Of the numbers of places the first that is enough. */
  private static int places(int keys) {
    return Math.max(FEWEST_TOGETHER, Integer.highestOneBit(2 * keys - 1));
  }

  /** Writes rows; at what time, only a table with a change feed remembers. */
  void upsert(Session session, List<Row> rows, Instant now) throws SQLException {
    for (int from = 0; from < rows.size(); from += BATCH) {
      upsertBatch(session, rows.subList(from, Math.min(rows.size(), from + BATCH)), now);
    }
  }

  private void upsertBatch(Session session, List<Row> rows, Instant now) throws SQLException {
    if (!layout.table().hasFeed()) {
      var _ = execute(session, upsert, rows, now);
      return;
    }
    int[] inserted = execute(session, insert, rows, now);
    List<Row> known = new ArrayList<>();
    for (int i = 0; i < inserted.length; i++) {
      if (inserted[i] == 0) {
        known.add(rows.get(i));
      }
    }
    if (!known.isEmpty()) {
      keep(session, known, now);
      var _ = execute(session, update, known, now);
    }
  }

  private int[] execute(Session session, String sql, List<Row> rows, Instant now)
      throws SQLException {
    PreparedStatement statement = session.prepared(sql);
    boolean fed = layout.table().hasFeed();
    for (Row row : rows) {
      statement.setObject(1, row.expires());
      statement.setBytes(2, row.body());
      int parameter = 3;
      for (Object value : row.indexed()) {
        statement.setObject(parameter++, value);
      }
      if (fed) {
        statement.setLong(parameter++, now.toEpochMilli());
      }
      statement.setString(parameter++, row.key().partition());
      statement.setString(parameter, row.key().sort());
      statement.addBatch();
    }
    return statement.executeBatch();
  }

  /** Keeps the images of days before of what is about to be overwritten. */
  private void keep(Session session, List<Row> rows, Instant now) throws SQLException {
    PreparedStatement statement = session.prepared(keep);
    for (Row row : rows) {
      if (layout.table().feeds(row.key())) {
        statement.setString(1, row.key().partition());
        statement.setString(2, row.key().sort());
        statement.setLong(3, now.toEpochMilli());
        statement.addBatch();
      }
    }
    statement.executeBatch();
  }

  void delete(Session session, Collection<Key> keys) throws SQLException {
    if (keys.isEmpty()) {
      return;
    }
    delete(session, keys, delete);
    if (layout.table().hasFeed()) {
      delete(session, keys, forget);
    }
  }

  private static void delete(Session session, Collection<Key> keys, String sql)
      throws SQLException {
    PreparedStatement statement = session.prepared(sql);
    for (Key key : keys) {
      statement.setString(1, key.partition());
      statement.setString(2, key.sort());
      statement.addBatch();
    }
    statement.executeBatch();
  }
}
