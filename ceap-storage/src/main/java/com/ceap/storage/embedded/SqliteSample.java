package com.ceap.storage.embedded;

import com.ceap.storage.table.Item;
import com.ceap.storage.table.TableDefinition;
import com.ceap.storage.table.TableSample;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/** Rows at random places of the order in which they came. */
final class SqliteSample implements TableSample {

  private static final int RUN = 500;

  private final SqliteTables tables;

  SqliteSample(SqliteTables tables) {
    this.tables = tables;
  }

  @Override
  public long forEach(TableDefinition table, int most, Consumer<Item> action) {
    var _ = tables.table(table);
    Layout layout = new Layout(table);
    List<Item> found = new ArrayList<>();
    long rows =
        tables
            .database()
            .read(
                session -> {
                  long last = last(session, table);
                  if (last <= most) {
                    read(session, layout, 0, most, found);
                  } else {
                    for (int i = 0; i < most / RUN; i++) {
                      long from = ThreadLocalRandom.current().nextLong(last) + 1;
                      read(session, layout, from, RUN, found);
                    }
                  }
                  return last;
                });
    found.forEach(action);
    return rows;
  }

  private static long last(Session session, TableDefinition table) throws SQLException {
    PreparedStatement statement =
        session.prepared("select max(rowid) from " + Layout.quoted(table.name()));
    try (ResultSet row = statement.executeQuery()) {
      return row.next() ? row.getLong(1) : 0;
    }
  }

  private static void read(Session session, Layout layout, long from, int most, List<Item> found)
      throws SQLException {
    PreparedStatement statement =
        session.prepared(
            "select %s from %s where rowid >= ? order by rowid limit ?"
                .formatted(layout.columns(), Layout.quoted(layout.table().name())));
    statement.setLong(1, from);
    statement.setInt(2, most);
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        found.add(layout.item(rows));
      }
    }
  }
}
