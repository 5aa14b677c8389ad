package com.ceap.local.sample;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Asks DuckDB about the tables of a generated folder. */
final class Warehouse implements AutoCloseable {
  static final List<String> TABLES =
      List.of(
          "product_interactions",
          "customers",
          "products",
          "consents",
          "devices",
          "features",
          "purchases",
          "contacts");

  private final Connection connection;

  Warehouse(Path folder, TableFormat format) throws SQLException {
    connection = DriverManager.getConnection("jdbc:duckdb:");
    for (String table : TABLES) {
      String file = folder.resolve(table + "." + format.extension()).toString();
      execute("CREATE VIEW " + table + " AS FROM '" + file + "'");
    }
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  long count(String query) throws SQLException {
    return Long.parseLong(text("SELECT count(*) FROM " + query));
  }

  double number(String query) throws SQLException {
    return Double.parseDouble(text(query));
  }

  String text(String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }

  /** A hash of all rows of a table in their order. */
  String contents(String table) throws SQLException {
    return text("SELECT md5(string_agg(CAST(t AS VARCHAR), '\n')) FROM " + table + " AS t");
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
