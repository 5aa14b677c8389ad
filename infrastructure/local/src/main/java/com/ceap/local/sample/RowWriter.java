package com.ceap.local.sample;

import java.sql.SQLException;
import java.util.function.LongConsumer;
import org.duckdb.DuckDBAppender;

/** Appends rows of one table, column by column. Not thread-safe. */
final class RowWriter {
  private static final int STEPS_BETWEEN_REPORTS = 1 << 14;

  private final DuckDBAppender appender;
  private final LongConsumer progress;
  private long rows;
  private long steps;

  RowWriter(DuckDBAppender appender, LongConsumer progress) {
    this.appender = appender;
    this.progress = progress;
  }

  RowWriter row() throws SQLException {
    appender.beginRow();
    rows++;
    return this;
  }

  RowWriter text(String value) throws SQLException {
    appender.append(value);
    return this;
  }

  /** Text, or nothing where it is empty. */
  RowWriter textIfAny(String value) throws SQLException {
    if (value.isEmpty()) {
      appender.appendNull();
    } else {
      appender.append(value);
    }
    return this;
  }

  RowWriter whole(int value) throws SQLException {
    appender.append(value);
    return this;
  }

  RowWriter number(double value) throws SQLException {
    appender.append(value);
    return this;
  }

  RowWriter flag(boolean value) throws SQLException {
    appender.append(value);
    return this;
  }

  /** A timestamp in UTC, from seconds since the epoch. */
  RowWriter time(long second) throws SQLException {
    appender.appendEpochMicros(second * 1_000_000);
    return this;
  }

  RowWriter day(long epochDay) throws SQLException {
    appender.appendEpochDays((int) epochDay);
    return this;
  }

  void end() throws SQLException {
    appender.endRow();
  }

  /** Tells that one more step of the table is done. */
  void step() {
    steps++;
    if (steps % STEPS_BETWEEN_REPORTS == 0) {
      progress.accept(steps);
    }
  }

  long rows() {
    return rows;
  }
}
