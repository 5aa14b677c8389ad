package com.ceap.lambdas.export;

import com.ceap.runtime.objects.FolderObjectStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Asks exported files as analysts do. */
record ExportedRows(FolderObjectStore objects) {

  List<String> keys(ExportTable table) {
    return ExportedFiles.of(objects, table, Optional.empty());
  }

  List<Path> files(ExportTable table) {
    return keys(table).stream().map(objects::path).toList();
  }

  /** Rows as text, columns parted by a bar. */
  List<String> query(String sql) {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      for (ExportTable table : ExportTable.values()) {
        statement.execute(ExportSql.view(table, files(table)));
      }
      return rows(statement.executeQuery(sql));
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private static List<String> rows(ResultSet result) throws SQLException {
    List<String> rows = new ArrayList<>();
    String[] row = new String[result.getMetaData().getColumnCount()];
    while (result.next()) {
      for (int i = 0; i < row.length; i++) {
        row[i] = result.getString(i + 1);
      }
      rows.add(String.join(" | ", Arrays.stream(row).map(String::valueOf).toList()));
    }
    return rows;
  }
}
