package com.ceap.storage.embedded;

import com.ceap.storage.table.ChangeFeed;
import com.ceap.storage.table.TableDefinition;
import com.ceap.storage.table.Utf8Order;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;

/**
 * How a table remembers its changes. Each row carries the millisecond of its last write in {@code
 * changed}; 0 stands for before the table had a feed. Before a row is overwritten on another day
 * (UTC) it is copied to a history table, so the last image of each day is kept. Neither a trigger
 * (SQLite then keeps a journal for every statement, which makes inserts cost 40 % more) nor an
 * index on {@code changed}: an export reads the table once a day, a batch writes it a million
 * times.
 */
record FeedLayout(Layout layout) {

  static final String CHANGED = "changed integer not null default 0";
  private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();

  /** Makes what is missing of it, on a table that exists, and drops images of forgotten days. */
  void create(Session session, Instant now) throws SQLException {
    if (!layout.table().hasFeed()) {
      return;
    }
    if (!hasColumn(session)) {
      session.execute("alter table " + table() + " add column " + CHANGED);
    }
    session.execute(
        "create table if not exists %s as select %s, changed from %s where false"
            .formatted(history(), layout.columns(), table()));
    session.execute(
        "create index if not exists %s on %s (pk, sk)".formatted(named("history-key"), history()));
    session.execute(
        "create index if not exists %s on %s (changed)"
            .formatted(named("history-time"), history()));
    sweep(session, now);
  }

  /** Drops the images of days that are no longer remembered. */
  void sweep(Session session, Instant now) throws SQLException {
    PreparedStatement sweep = session.prepared("delete from " + history() + " where changed < ?");
    sweep.setLong(1, now.minus(Duration.ofDays(ChangeFeed.DAYS + 1L)).toEpochMilli());
    sweep.executeUpdate();
  }

  private boolean hasColumn(Session session) throws SQLException {
    PreparedStatement statement =
        session.prepared("select 1 from pragma_table_info(?) where name = 'changed'");
    statement.setString(1, layout.table().name());
    try (ResultSet found = statement.executeQuery()) {
      return found.next();
    }
  }

  /** Copies the row of a key, where its last write was on another day than the one given. */
  String keep() {
    return """
        insert into %s (%s, changed) select %s, changed from %s
        where pk = ? and sk = ? and changed > 0 and changed / %d <> ? / %d"""
        .formatted(history(), layout.columns(), layout.columns(), table(), DAY_MILLIS, DAY_MILLIS);
  }

  String forget() {
    return "delete from " + history() + " where pk = ? and sk = ?";
  }

  /** The rows whose last write was in a time. */
  String current() {
    return "select %s from %s where changed >= ? and changed < ? and (%s)"
        .formatted(layout.columns(), table(), fed("sk"));
  }

  /** The last images in a time of rows that were overwritten after it. */
  String past() {
    return """
        select %s from %s as past where changed >= ? and changed < ?
        and not exists (select 1 from %s as later where later.pk = past.pk and later.sk = past.sk
          and later.rowid > past.rowid and later.changed < ?)
        and not exists (select 1 from %s as now where now.pk = past.pk and now.sk = past.sk
          and now.changed < ?)"""
        .formatted(layout.columns(), history(), history(), table());
  }

  private String fed(String column) {
    return layout.table().fed().stream()
        .map(
            prefix ->
                "(%s >= '%s' and %s < '%s')"
                    .formatted(column, text(prefix), column, text(Utf8Order.successor(prefix))))
        .collect(Collectors.joining(" or "));
  }

  private static String text(String text) {
    return text.replace("'", "''");
  }

  private String table() {
    return Layout.quoted(layout.table().name());
  }

  private String history() {
    TableDefinition table = layout.table();
    return Layout.quoted(table.name() + ".history");
  }

  private String named(String name) {
    return Layout.quoted(layout.table().name() + "." + name);
  }
}
