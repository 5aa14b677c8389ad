package com.ceap.storage.embedded;

import com.ceap.storage.table.TableDefinition;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/**
 * Deletes what has expired, which DynamoDB does by itself. A stretch of rows at a time, so that
 * writers need not wait for long: no index knows when rows expire, for it would cost every write.
 */
record ExpiredRows(SqliteTables tables) {

  private static final long STRETCH = 20_000;

  /** Deletes the items of a table whose ttl passed before a moment; answers how many. */
  long delete(TableDefinition table, Instant before) {
    var _ = tables.table(table);
    long last = tables.database().read(session -> last(session, table));
    long deleted = 0;
    for (long from = 0; from <= last; from += STRETCH) {
      long first = from;
      deleted += tables.database().write(session -> delete(session, table, first, before));
    }
    return deleted;
  }

  private static Long last(Session session, TableDefinition table) throws SQLException {
    PreparedStatement statement =
        session.prepared("select max(rowid) from " + Layout.quoted(table.name()));
    try (ResultSet row = statement.executeQuery()) {
      return row.next() ? row.getLong(1) : 0;
    }
  }

  private static Long delete(Session session, TableDefinition table, long first, Instant before)
      throws SQLException {
    PreparedStatement statement =
        session.prepared(
            "delete from %s where rowid >= ? and rowid < ? and expires < ?"
                .formatted(Layout.quoted(table.name())));
    statement.setLong(1, first);
    statement.setLong(2, first + STRETCH);
    statement.setLong(3, before.getEpochSecond());
    return (long) statement.executeUpdate();
  }
}
