package com.ceap.storage.embedded;

import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One writing connection behind a lock, and as many reading ones as there are readers at once.
 * Whoever holds the lock writes one transaction, large where the caller brought much: SQLite has a
 * single writer, so a queue of smaller ones would gain nothing.
 */
final class Database {

  private static final int LAYOUT_VERSION = 2;
  // The log is copied back once it holds this many pages (128 MB): rarely in the middle of a run.
  private static final int CHECKPOINT_PAGES = 16_384;

  /** Work on a connection. */
  @FunctionalInterface
  interface Work<T> {
    T on(Session session) throws SQLException;
  }

  private final Connections connections;
  private final ReentrantLock writing = new ReentrantLock();
  private final Session writer;
  private final Checkpoints checkpoints;
  private final ConcurrentLinkedDeque<Session> idle = new ConcurrentLinkedDeque<>();

  Database(Connections connections) {
    this(connections, CHECKPOINT_PAGES);
  }

  /** With a write-ahead log that is copied back once it has so many pages. */
  Database(Connections connections, int checkpointPages) {
    this.connections = connections;
    try {
      this.writer = connections.writer();
      checkVersion();
      this.checkpoints = new Checkpoints(connections.checkpointer(), writing, checkpointPages);
    } catch (SQLException e) {
      throw connections.error(e);
    }
  }

  private void checkVersion() throws SQLException {
    int version = version();
    if (version > LAYOUT_VERSION) {
      writer.close();
      throw new CeapException(
          ErrorCode.STORE_INCOMPATIBLE,
          "the database %s has layout %d, this release knows up to %d: use a newer release"
              .formatted(connections.file(), version, LAYOUT_VERSION));
    }
    if (version < LAYOUT_VERSION) {
      // Each table takes on the new layout when it is opened; older releases must not write it.
      writer.execute("pragma user_version = " + LAYOUT_VERSION);
    }
  }

  private int version() throws SQLException {
    try (Statement statement = writer.connection().createStatement();
        ResultSet row = statement.executeQuery("pragma user_version")) {
      return row.getInt(1);
    }
  }

  /** Runs the work in one transaction, which is durable when this returns. */
  <T> T write(Work<T> work) {
    try {
      T result = transaction("begin immediate", work);
      checkpoints.copyWhenDue();
      return result;
    } catch (SQLException e) {
      throw connections.error(e);
    }
  }

  /**
   * Runs the work on one snapshot, where what it reads is about to be written: with the writing
   * connection, which has the pages at hand. A reading one forgets all of its pages whenever
   * somebody has written.
   */
  <T> T readToWrite(Work<T> work) {
    try {
      return transaction("begin", work);
    } catch (SQLException e) {
      throw connections.error(e);
    }
  }

  private <T> T transaction(String begin, Work<T> work) throws SQLException {
    writing.lock();
    try {
      writer.prepared(begin).execute();
      return committed(work);
    } finally {
      writing.unlock();
    }
  }

  private <T> T committed(Work<T> work) throws SQLException {
    boolean done = false;
    try {
      T result = work.on(writer);
      writer.prepared("commit").execute();
      done = true;
      return result;
    } finally {
      if (!done) {
        writer.prepared("rollback").execute();
      }
    }
  }

  /** Runs the work on one snapshot that has everything committed before. */
  <T> T read(Work<T> work) {
    try {
      Session session = idle.pollFirst();
      return snapshot(session == null ? connections.reader() : session, work);
    } catch (SQLException e) {
      throw connections.error(e);
    }
  }

  /** In one transaction: without it SQLite takes its locks anew for each statement. */
  private <T> T snapshot(Session session, Work<T> work) throws SQLException {
    boolean done = false;
    try {
      session.prepared("begin").execute();
      T result = work.on(session);
      session.prepared("commit").execute();
      done = true;
      return result;
    } finally {
      if (done) {
        idle.addFirst(session);
      } else {
        session.close();
      }
    }
  }

  void close() {
    writing.lock();
    try {
      for (Session session = idle.pollFirst(); session != null; session = idle.pollFirst()) {
        session.close();
      }
      checkpoints.close();
      writer.close();
    } catch (SQLException e) {
      throw connections.error(e);
    } finally {
      writing.unlock();
    }
  }
}
