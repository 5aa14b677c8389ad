package com.ceap.local.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;

/** The Parquet files of a sample shop as tables of a plain DuckDB, without our warehouse. */
final class BenchTables {
  private static final List<String> TABLES =
      List.of("product_interactions", "customers", "products", "consents", "purchases", "contacts");

  private BenchTables() {}

  static Connection open(Path warehouse, int threads) throws SQLException {
    Properties settings = new Properties();
    settings.setProperty("threads", Integer.toString(threads));
    Connection connection = DriverManager.getConnection("jdbc:duckdb:", settings);
    try (Statement statement = connection.createStatement()) {
      for (String table : TABLES) {
        String file = warehouse.resolve(table + ".parquet").toString().replace("'", "''");
        statement.execute("CREATE VIEW " + table + " AS FROM read_parquet('" + file + "')");
      }
    }
    return connection;
  }
}
