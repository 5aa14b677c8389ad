package com.ceap.storage.embedded;

import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.locks.LockSupport;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TempStore;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Opens connections to one database file. */
record Connections(Path file) {

  private static final int BUSY_MILLIS = 30_000;
  private static final long RETRY_NANOS = 1_000_000;
  private static final int PAGE_BYTES = 8192;
  private static final int WRITER_CACHE_KB = 128 * 1024;
  private static final int READER_CACHE_KB = 8 * 1024;
  // Look-ups of scattered keys read the system's cache in place, without a call and a copy a page.
  private static final int READER_MAP_BYTES = 256 * 1024 * 1024;

  /**
   * WAL with {@code synchronous=NORMAL}: what was committed survives the death of the process at
   * any moment, since the operating system has it; a power cut may lose the last commits, never the
   * database (https://www.sqlite.org/pragma.html#pragma_synchronous).
   */
  Session writer() throws SQLException {
    SQLiteConfig config = config(WRITER_CACHE_KB);
    config.setTransactionMode(TransactionMode.IMMEDIATE);
    config.setPragma(SQLiteConfig.Pragma.JOURNAL_SIZE_LIMIT, "268435456");
    Session session = new Session(config.createConnection(url()));
    // In this order: a database in WAL mode keeps the page size it has. The driver's own setters
    // run in an order of their own.
    session.execute("pragma page_size = " + PAGE_BYTES);
    writeAhead(session);
    // Checkpoints copies the log back, not the commit that has made it long.
    session.execute("pragma wal_autocheckpoint = 0");
    return session;
  }

  /**
   * Several that open a new file at once want its exclusive lock for the same change; SQLite tells
   * all but one at once that it is busy, whatever the timeout, since they could wait for each
   * other.
   */
  private static void writeAhead(Session session) throws SQLException {
    long begun = System.nanoTime();
    while (!isWriteAhead(session, begun)) {
      LockSupport.parkNanos(RETRY_NANOS);
    }
  }

  private static boolean isWriteAhead(Session session, long begun) throws SQLException {
    try {
      session.execute("pragma journal_mode = wal");
      return true;
    } catch (SQLException e) {
      if (!isBusy(e) || System.nanoTime() - begun > BUSY_MILLIS * 1_000_000L) {
        throw e;
      }
      return false;
    }
  }

  Session checkpointer() throws SQLException {
    return new Session(config(READER_CACHE_KB).createConnection(url()));
  }

  Session reader() throws SQLException {
    SQLiteConfig config = config(READER_CACHE_KB);
    config.setReadOnly(false);
    Session session = new Session(config.createConnection(url()));
    session.execute("pragma query_only = 1");
    session.execute("pragma mmap_size = " + READER_MAP_BYTES);
    return session;
  }

  private static SQLiteConfig config(int cacheKb) {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(BUSY_MILLIS);
    config.setSynchronous(SynchronousMode.NORMAL);
    config.setTempStore(TempStore.MEMORY);
    config.setCacheSize(-cacheKb);
    return config;
  }

  private String url() {
    return "jdbc:sqlite:" + file.toAbsolutePath();
  }

  CeapException error(SQLException e) {
    if (isBusy(e)) {
      return new CeapException(
          ErrorCode.STORE_CONFLICT,
          "another process has held the database " + file + " for " + BUSY_MILLIS / 1000 + " s",
          e);
    }
    return new CeapException(
        ErrorCode.STORE_UNAVAILABLE, "the database " + file + " failed: " + e.getMessage(), e);
  }

  private static boolean isBusy(SQLException e) {
    return e instanceof SQLiteException sqlite
        && (sqlite.getResultCode() == SQLiteErrorCode.SQLITE_BUSY
            || sqlite.getResultCode() == SQLiteErrorCode.SQLITE_LOCKED);
  }
}
