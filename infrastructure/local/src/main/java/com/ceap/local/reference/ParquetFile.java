package com.ceap.local.reference;

import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A Parquet file, read by DuckDB; times come out in UTC, nested values as JSON. */
record ParquetFile(Path file) implements TableFile {
  private static final int BATCH = 10_000;

  @Override
  public void read(Sink sink) {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("SET memory_limit = '256MB'");
      statement.execute("SET threads = 1");
      statement.execute("SET TimeZone = 'UTC'");
      List<String> columns = new ArrayList<>();
      String select = select(statement, columns);
      sink.columns(columns);
      statement.setFetchSize(BATCH);
      try (ResultSet rows = statement.executeQuery(select)) {
        rows(rows, columns.size(), sink);
      }
    } catch (SQLException e) {
      throw new CeapException(
          ErrorCode.IMPORT_INVALID, file + " cannot be read as Parquet: " + e.getMessage(), e);
    }
  }

  private String select(Statement statement, List<String> columns) throws SQLException {
    String source = " FROM read_parquet('" + file.toString().replace("'", "''") + "')";
    List<String> texts = new ArrayList<>();
    try (ResultSet none = statement.executeQuery("SELECT *" + source + " LIMIT 0")) {
      ResultSetMetaData types = none.getMetaData();
      for (int i = 1; i <= types.getColumnCount(); i++) {
        columns.add(types.getColumnName(i));
        texts.add(text(types.getColumnName(i), types.getColumnTypeName(i)));
      }
    }
    return "SELECT " + String.join(", ", texts) + source;
  }

  private static String text(String column, String type) {
    String name = '"' + column.replace("\"", "\"\"") + '"';
    boolean nested = type.endsWith("]") || type.startsWith("STRUCT") || type.startsWith("MAP");
    return "CAST(" + (nested ? "to_json(" + name + ")" : name) + " AS VARCHAR)";
  }

  private static void rows(ResultSet rows, int columns, Sink sink) throws SQLException {
    for (long row = 1; rows.next(); row++) {
      String[] cells = new String[columns];
      for (int i = 0; i < columns; i++) {
        String cell = rows.getString(i + 1);
        cells[i] = cell == null || cell.isBlank() ? null : cell.strip();
      }
      sink.row(row, cells);
    }
  }
}
