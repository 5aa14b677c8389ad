package com.ceap.lambdas.export;

import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/**
 * DuckDB in memory, spilling to a folder. Found by its JDBC driver, which only the zip of the
 * functions that need it carries. One thread, so that the same rows make the same bytes.
 */
public final class ParquetEngine implements AutoCloseable {
  private final Connection connection;

  private ParquetEngine(Connection connection) {
    this.connection = connection;
  }

  /** An engine that may spill into an existing folder. */
  public static ParquetEngine open(Path scratch, ExportLimits limits) {
    Properties settings = new Properties();
    settings.setProperty("memory_limit", limits.memoryMb() + "MB");
    settings.setProperty("threads", "1");
    settings.setProperty("temp_directory", scratch.toString());
    settings.setProperty("autoinstall_known_extensions", "false");
    settings.setProperty("autoload_known_extensions", "false");
    try {
      return new ParquetEngine(DriverManager.getConnection("jdbc:duckdb:", settings));
    } catch (SQLException e) {
      throw error("starting DuckDB, which org.duckdb:duckdb_jdbc brings,", e);
    }
  }

  /** Runs a statement that answers nothing. */
  public void run(String what, String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw error(what, e);
    }
  }

  /** Texts with numbers, in the query's order. */
  Map<String, Long> counts(String what, String sql) {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      Map<String, Long> counts = new LinkedHashMap<>();
      while (rows.next()) {
        counts.put(rows.getString(1), rows.getLong(2));
      }
      return counts;
    } catch (SQLException e) {
      throw error(what, e);
    }
  }

  long count(String what, String sql) {
    return counts(what, "SELECT '', n FROM (" + sql + ") AS t(n)").get("");
  }

  /** Whom a file has rows of. */
  CustomerSketch customers(Path file) {
    CustomerSketch sketch =
        CustomerSketch.ofAtMost(count("counting customers", ExportSql.countCustomers(file)));
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(ExportSql.customers(file))) {
      while (rows.next()) {
        sketch.add(rows.getString(1));
      }
      return sketch;
    } catch (SQLException e) {
      throw error("reading customers", e);
    }
  }

  /** A table {@code erased} of customers and the days on which they were erased. */
  void erased(Map<String, LocalDate> days) {
    run("listing the erased", "CREATE OR REPLACE TABLE erased (id VARCHAR, day DATE)");
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO erased VALUES (?, ?)")) {
      for (Map.Entry<String, LocalDate> customer : days.entrySet()) {
        insert.setString(1, customer.getKey());
        insert.setObject(2, customer.getValue());
        insert.addBatch();
      }
      insert.executeBatch();
    } catch (SQLException e) {
      throw error("listing the erased", e);
    }
  }

  /** For readers that go through rows themselves. */
  public Connection connection() {
    return connection;
  }

  /** DuckDB's messages may quote data; only their kind is passed on. */
  private static CeapException error(String what, SQLException e) {
    String message = String.valueOf(e.getMessage());
    String kind = message.contains(":") ? message.substring(0, message.indexOf(':')) : message;
    return new CeapException(
        ErrorCode.WAREHOUSE_UNAVAILABLE, "%s failed: %s".formatted(what, kind), e);
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw error("closing DuckDB", e);
    }
  }
}
