package com.ceap.storage.embedded;

import com.ceap.storage.table.ChangeFeed;
import com.ceap.storage.table.Item;
import com.ceap.storage.table.TableDefinition;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;

/** The changes of tables in SQLite, each call from one snapshot. */
final class SqliteChangeFeed implements ChangeFeed {

  private final SqliteTables tables;
  private final InstantSource clock;

  SqliteChangeFeed(SqliteTables tables, InstantSource clock) {
    this.tables = tables;
    this.clock = clock;
  }

  @Override
  public void forEach(TableDefinition table, Instant from, Instant to, Consumer<Item> action) {
    Instant now = clock.instant();
    ChangeFeed.check(table, from, to, now, DAYS);
    var _ = tables.table(table);
    Layout layout = new Layout(table);
    FeedLayout feed = new FeedLayout(layout);
    long begin = from.toEpochMilli();
    long end = to.toEpochMilli();
    Database database = tables.database();
    var _ =
        database.read(
            session -> {
              give(session, feed.current(), layout, action, begin, end);
              give(session, feed.past(), layout, action, begin, end, end, end);
              return table;
            });
    var _ =
        database.write(
            session -> {
              feed.sweep(session, now);
              return table;
            });
  }

  private static void give(
      Session session, String sql, Layout layout, Consumer<Item> action, long... parameters)
      throws SQLException {
    PreparedStatement statement = session.prepared(sql);
    for (int i = 0; i < parameters.length; i++) {
      statement.setLong(i + 1, parameters[i]);
    }
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        action.accept(layout.item(rows));
      }
    }
  }
}
