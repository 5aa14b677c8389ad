package com.ceap.local.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The floor of Store: the rows that {@link StoreChild} has written, in its order and its
 * transactions, as a bare JDBC batch into a new file with the same tables, indexes and settings.
 */
record BareStoreChild(BenchFolder folder) {
  private static final List<String> PRAGMAS =
      List.of(
          "page_size=8192",
          "journal_mode=wal",
          "synchronous=normal",
          "temp_store=memory",
          "cache_size=-131072",
          "wal_autocheckpoint=16384");

  /** A candidate and its two index entries. */
  private static final int ROWS_PER_COMMIT = 3 * StoreChild.BATCH;

  ChildResult run() throws SQLException, IOException {
    List<Object[]> schema;
    List<Object[]> rows;
    long candidates;
    try (Connection from = open(folder.stored())) {
      schema =
          rows(
              from,
              "select sql from sqlite_master where tbl_name = 'candidates'"
                  + " and type in ('index', 'table') and sql is not null order by type desc");
      rows = rows(from, "select * from candidates order by rowid");
      String count = "select count(*) from candidates where sk glob '1CANDIDATE*'";
      candidates = ((Number) rows(from, count).getFirst()[0]).longValue();
    }
    write(folder.warmUp(), schema, rows);
    return new ChildResult(candidates, write(folder.bare(), schema, rows), Optional.empty());
  }

  private static Connection open(Path file) throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath());
  }

  private static double write(Path file, List<Object[]> schema, List<Object[]> rows)
      throws SQLException, IOException {
    SqliteFiles.delete(file);
    try (Connection to = open(file)) {
      try (Statement statement = to.createStatement()) {
        for (String pragma : PRAGMAS) {
          statement.execute("pragma " + pragma);
        }
        for (Object[] sql : schema) {
          statement.execute(sql[0].toString());
        }
      }
      to.setAutoCommit(false);
      long started = System.nanoTime();
      insert(to, rows);
      return (System.nanoTime() - started) / 1e9;
    }
  }

  private static void insert(Connection to, List<Object[]> rows) throws SQLException {
    String marks = ", ?".repeat(rows.getFirst().length - 1);
    try (PreparedStatement insert =
        to.prepareStatement("insert into candidates values (?" + marks + ")")) {
      for (int from = 0; from < rows.size(); from += ROWS_PER_COMMIT) {
        for (Object[] row : rows.subList(from, Math.min(rows.size(), from + ROWS_PER_COMMIT))) {
          for (int i = 0; i < row.length; i++) {
            insert.setObject(i + 1, row[i]);
          }
          insert.addBatch();
        }
        insert.executeBatch();
        to.commit();
      }
    }
  }

  private static List<Object[]> rows(Connection connection, String sql) throws SQLException {
    List<Object[]> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      int columns = row.getMetaData().getColumnCount();
      while (row.next()) {
        Object[] values = new Object[columns];
        for (int i = 0; i < columns; i++) {
          values[i] = row.getObject(i + 1);
        }
        rows.add(values);
      }
    }
    return rows;
  }
}
