package com.ceap.local.warehouse;

import com.ceap.connectors.builtin.CanonicalName;
import com.ceap.connectors.builtin.CanonicalType;
import com.ceap.model.RejectedRecord;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines of CSV files that the engine could not read in this session, each once. */
final class CsvRejects {
  private static final Pattern TYPE = Pattern.compile("to '([A-Z ]+)'");

  /** A file is scanned once more for each time a query names its table. */
  private static final String FIRST_FAULT_OF_EACH_LINE =
      "SELECT s.file_path, e.line, arg_min(e.column_name, e.column_idx),"
          + " arg_min(CAST(e.error_type AS VARCHAR), e.column_idx),"
          + " arg_min(e.error_message, e.column_idx)"
          + " FROM reject_errors e JOIN reject_scans s USING (scan_id, file_id)"
          + " GROUP BY s.file_path, e.line ORDER BY s.file_path, e.line";

  private final Connection connection;
  private final Path folder;

  CsvRejects(Connection connection, Path folder) {
    this.connection = connection;
    this.folder = folder;
  }

  List<RejectedRecord> read() throws SQLException {
    if (!anyScan()) {
      return List.of();
    }
    List<RejectedRecord> rejected = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(FIRST_FAULT_OF_EACH_LINE);
        ResultSet faults = statement.executeQuery()) {
      while (faults.next()) {
        rejected.add(rejected(faults));
      }
    }
    return rejected;
  }

  private boolean anyScan() throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement(
                "SELECT count(*) FROM duckdb_tables() WHERE table_name = 'reject_errors'");
        ResultSet count = statement.executeQuery()) {
      return count.next() && count.getInt(1) > 0;
    }
  }

  private RejectedRecord rejected(ResultSet fault) throws SQLException {
    Path file = Path.of(fault.getString(1));
    String position = folder.relativize(file) + ":" + fault.getLong(2);
    String column = fault.getString(3);
    String kind = fault.getString(4);
    return switch (kind) {
      case "CAST" ->
          new RejectedRecord(
              "WRONG_TYPE", column + " should be " + wanted(column, fault.getString(5)), position);
      case "MISSING COLUMNS", "TOO MANY COLUMNS" ->
          new RejectedRecord(
              "WRONG_COLUMN_COUNT",
              "the line should have as many values as the header has names",
              position);
      default ->
          new RejectedRecord(
              "UNREADABLE_LINE",
              "the line should be CSV in UTF-8 with matching quotes; DuckDB says " + kind,
              position);
    };
  }

  private static String wanted(String column, String message) {
    Matcher type = TYPE.matcher(message);
    return CanonicalType.of(CanonicalName.of(column))
        .map(CanonicalType::wanted)
        .orElseGet(() -> "a " + (type.find() ? type.group(1) : "value like those above it"));
  }
}
