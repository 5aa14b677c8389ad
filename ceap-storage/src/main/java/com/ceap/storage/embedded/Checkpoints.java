package com.ceap.storage.embedded;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Copies the write-ahead log back into the database once it is long: most of it while others write
 * on, then what they have added under their lock, so that the log can begin anew and has an end.
 */
final class Checkpoints {

  private final Session session;
  private final ReentrantLock writing;
  private final int duePages;
  private final ReentrantLock copying = new ReentrantLock();

  Checkpoints(Session session, ReentrantLock writing, int duePages) {
    this.session = session;
    this.writing = writing;
    this.duePages = duePages;
  }

  /** Called after each commit, without the write lock; returns at once where another copies. */
  void copyWhenDue() throws SQLException {
    if (copying.tryLock()) {
      try {
        if (logPages() >= duePages) {
          copy();
        }
      } finally {
        copying.unlock();
      }
    }
  }

  private void copy() throws SQLException {
    checkpoint("passive");
    writing.lock();
    try {
      checkpoint("passive");
    } finally {
      writing.unlock();
    }
  }

  private int logPages() throws SQLException {
    return checkpoint("noop");
  }

  /**
   * Answers how many pages the log holds
   * (https://www.sqlite.org/pragma.html#pragma_wal_checkpoint).
   */
  private int checkpoint(String mode) throws SQLException {
    PreparedStatement statement = session.prepared("pragma wal_checkpoint(" + mode + ")");
    try (ResultSet row = statement.executeQuery()) {
      return row.getInt("log");
    }
  }

  void close() throws SQLException {
    session.close();
  }
}
