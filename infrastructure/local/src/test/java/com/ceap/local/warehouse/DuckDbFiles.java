package com.ceap.local.warehouse;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Writes files as another engine would, for tests. */
final class DuckDbFiles {
  private DuckDbFiles() {}

  static void copy(String query, Path file) {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("COPY (" + query + ") TO '" + file + "'");
    } catch (SQLException e) {
      throw new IllegalStateException("cannot write " + file, e);
    }
  }
}
