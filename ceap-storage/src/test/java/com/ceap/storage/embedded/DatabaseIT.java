package com.ceap.storage.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseIT {
  private static final int PAGE_BYTES = 8192;
  private static final int LOG_PAGES = 32;
  private static final int WRITERS = 3;
  private static final int WRITES = 100;

  @TempDir Path folder;
  private Path file;
  private Database database;

  @BeforeEach
  void open() {
    file = folder.resolve("some.db");
    database = new Database(new Connections(file), LOG_PAGES);
    database.write(
        session -> {
          session.execute("create table if not exists t (body blob)");
          return true;
        });
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aNewDatabaseHasTheLogAndThePageSizeThatItsSettingsName() {
    assertThat(read("pragma journal_mode")).isEqualTo("wal");
    assertThat(read("pragma page_size")).isEqualTo(Integer.toString(PAGE_BYTES));
  }

  @Test
  void theLogOfOneWriterHoldsLittleMoreThanItsLimit() throws IOException {
    writeMany();
    assertThat(Files.size(folder.resolve("some.db-wal"))).isLessThan(2L * LOG_PAGES * PAGE_BYTES);
  }

  @Test
  void theLogBeginsAnewAfterSeveralWriters() throws Exception {
    try (ExecutorService pool = Executors.newFixedThreadPool(WRITERS)) {
      List<Future<?>> writers = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        writers.add(pool.submit(this::writeMany));
      }
      for (Future<?> writer : writers) {
        writer.get();
      }
    }
    writeMany();
    assertThat(read("select count(*) from t")).isEqualTo(Integer.toString((WRITERS + 1) * WRITES));
    assertThat(logPages()).isLessThan(2 * LOG_PAGES);
  }

  private int logPages() throws SQLException {
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = other.createStatement();
        ResultSet row = statement.executeQuery("pragma wal_checkpoint(noop)")) {
      return row.getInt("log");
    }
  }

  private void writeMany() {
    for (int i = 0; i < WRITES; i++) {
      database.write(DatabaseIT::insertPage);
    }
  }

  private static int insertPage(Session session) throws SQLException {
    PreparedStatement insert = session.prepared("insert into t values (?)");
    insert.setBytes(1, new byte[PAGE_BYTES]);
    return insert.executeUpdate();
  }

  private String read(String sql) {
    return database.read(
        session -> {
          try (ResultSet row = session.prepared(sql).executeQuery()) {
            return row.getString(1);
          }
        });
  }
}
