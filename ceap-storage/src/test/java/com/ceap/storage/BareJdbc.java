package com.ceap.storage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The floor that storing is measured against: the same rows as a bare JDBC batch. */
final class BareJdbc {

  private static final List<String> PRAGMAS =
      List.of(
          "page_size=8192",
          "journal_mode=wal",
          "synchronous=normal",
          "cache_size=-196608",
          "wal_autocheckpoint=16384");

  private BareJdbc() {}

  /** Writes the rows of one file into a fresh one with the same tables. */
  static void write(Path stored, Path fresh, int count, int chunk) throws SQLException {
    try (Connection from = DriverManager.getConnection("jdbc:sqlite:" + stored);
        Connection to = DriverManager.getConnection("jdbc:sqlite:" + fresh);
        Statement setUp = to.createStatement()) {
      for (String pragma : PRAGMAS) {
        setUp.execute("pragma " + pragma);
      }
      String tables =
          "select sql from sqlite_master where tbl_name = 'candidates'"
              + " and type in ('index', 'table') and sql is not null order by type desc";
      for (Object[] statement : rows(from, tables)) {
        setUp.execute(statement[0].toString());
      }
      List<Object[]> rows = rows(from, "select * from candidates order by rowid");
      to.setAutoCommit(false);
      Measure measure = Measure.start();
      insert(to, rows, chunk * 3);
      measure.report("bare JDBC batch of the same rows", count);
    }
  }

  private static List<Object[]> rows(Connection connection, String sql) throws SQLException {
    List<Object[]> rows = new ArrayList<>();
    try (Statement read = connection.createStatement();
        ResultSet row = read.executeQuery(sql)) {
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

  private static void insert(Connection to, List<Object[]> rows, int perCommit)
      throws SQLException {
    String marks = ", ?".repeat(rows.getFirst().length - 1);
    try (PreparedStatement insert =
        to.prepareStatement("insert into candidates values (?" + marks + ")")) {
      for (int first = 0; first < rows.size(); first += perCommit) {
        for (Object[] row : rows.subList(first, Math.min(rows.size(), first + perCommit))) {
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
}
