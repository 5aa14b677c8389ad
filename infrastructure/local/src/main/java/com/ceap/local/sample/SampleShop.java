package com.ceap.local.sample;

import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * Writes a sample shop as a warehouse folder, one file for each table, in bounded memory. What
 * comes out depends on the configuration alone.
 */
public final class SampleShop {
  static final String RECOMMENDATIONS = "product-recommendations";
  static final String CART_RECOVERY = "abandoned-cart-recovery";

  private final SampleShopConfig config;

  private SampleShop(SampleShopConfig config) {
    this.config = config;
  }

  /**
   * Generates the tables, replacing those of the same names.
   *
   * @return the number of rows of each table
   * @throws CeapException WAREHOUSE_UNAVAILABLE where the folder cannot be written
   */
  public static Map<String, Long> generate(SampleShopConfig config) {
    return new SampleShop(config).generate();
  }

  private Map<String, Long> generate() {
    Path scratch = config.out().resolve(".generating");
    try {
      Files.createDirectories(scratch);
      Map<String, Long> rows = writeTables(scratch);
      removeTree(scratch);
      return rows;
    } catch (IOException | SQLException e) {
      throw new CeapException(
          ErrorCode.WAREHOUSE_UNAVAILABLE,
          "cannot write the sample shop to %s: %s"
              .formatted(
                  config.out(),
                  Files.isDirectory(config.out())
                      ? e.getMessage()
                      : "the folder cannot be made; name another with --out"),
          e);
    }
  }

  private Map<String, Long> writeTables(Path scratch) throws SQLException, IOException {
    Map<String, Long> rows = new LinkedHashMap<>();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("SET memory_limit = '400MB'");
      statement.execute("SET temp_directory = " + literal(scratch.resolve("spill").toString()));
      for (SampleTable table : tables()) {
        rows.put(table.name(), write(table, connection, statement, scratch));
      }
    }
    return rows;
  }

  private List<SampleTable> tables() {
    Shop shop = new Shop(config);
    return List.of(
        new ProductsTable(shop),
        new CustomersTable(shop),
        new ConsentsTable(shop),
        new DevicesTable(shop),
        new FeaturesTable(shop),
        new PurchasesTable(shop),
        new ContactsTable(shop),
        new InteractionsTable(shop));
  }

  private long write(SampleTable table, Connection connection, Statement statement, Path scratch)
      throws SQLException, IOException {
    statement.execute("CREATE TABLE " + table.name() + " (" + table.columns() + ")");
    long rows = append(table, connection.unwrap(DuckDBConnection.class));
    String file = table.name() + "." + config.format().extension();
    Path whole = scratch.resolve(file);
    statement.execute(
        "COPY "
            + table.name()
            + " TO "
            + literal(whole.toString())
            + " ("
            + config.format().copyOptions()
            + ")");
    statement.execute("DROP TABLE " + table.name());
    for (TableFormat format : TableFormat.values()) {
      Files.deleteIfExists(config.out().resolve(table.name() + "." + format.extension()));
    }
    Files.move(whole, config.out().resolve(file), StandardCopyOption.ATOMIC_MOVE);
    return rows;
  }

  private long append(SampleTable table, DuckDBConnection connection) throws SQLException {
    try (DuckDBAppender appender = connection.createAppender("main", table.name())) {
      RowWriter rows =
          new RowWriter(
              appender, done -> config.progress().progress(table.name(), done, table.steps()));
      table.write(rows);
      config.progress().progress(table.name(), table.steps(), table.steps());
      return rows.rows();
    }
  }

  private static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  private static void removeTree(Path root) throws IOException {
    try (var files = Files.walk(root)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
