package com.ceap.local.warehouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.duckdb.DuckDBConnection;

/**
 * One engine in memory with a folder to spill to. Its settings are locked before the first query:
 * no network, no extensions, no files but the tables.
 */
public final class DuckDbInstance implements AutoCloseable {
  private final DuckDBConnection root;
  private final Path spill;

  private DuckDbInstance(DuckDBConnection root, Path spill) {
    this.root = root;
    this.spill = spill;
  }

  /**
   * Opens an engine that reads the files of one folder.
   *
   * @param spillParent an existing folder; one is made in it and removed by {@link #close()}
   */
  public static DuckDbInstance open(Path tables, Path spillParent, DuckDbLimits limits) {
    try {
      Path spill = Files.createTempDirectory(spillParent, "duckdb-");
      DuckDBConnection root = connect(spill, limits);
      setUp(root, tables);
      return new DuckDbInstance(root, spill);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make a spill folder in " + spillParent, e);
    } catch (SQLException e) {
      throw DuckDbErrors.of(e, "starting DuckDB", Optional.empty());
    }
  }

  private static DuckDBConnection connect(Path spill, DuckDbLimits limits) throws SQLException {
    Properties settings = new Properties();
    settings.setProperty("memory_limit", limits.memoryMegabytes() + "MB");
    settings.setProperty("threads", Integer.toString(limits.threads()));
    settings.setProperty("temp_directory", spill.toString());
    settings.setProperty("autoinstall_known_extensions", "false");
    settings.setProperty("autoload_known_extensions", "false");
    return (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:", settings);
  }

  private static void setUp(Connection connection, Path tables) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String macro : TrinoFunctions.MACROS) {
        statement.execute(macro);
      }
      statement.execute("SET GLOBAL TimeZone = 'UTC'");
      statement.execute("SET allowed_directories = [" + Sql.literal(tables.toString()) + "]");
      statement.execute("SET enable_external_access = false");
      statement.execute("SET lock_configuration = true");
    }
  }

  /** A connection of its own for each thread. */
  public Connection connect() throws SQLException {
    return root.duplicate();
  }

  @Override
  public void close() {
    try {
      root.close();
      delete(spill);
    } catch (SQLException e) {
      throw DuckDbErrors.of(e, "closing DuckDB", Optional.empty());
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> paths = Files.walk(folder)) {
      List<Path> deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove the spill folder " + folder, e);
    }
  }
}
