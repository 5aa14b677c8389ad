package com.ceap.local.warehouse;

import com.ceap.connectors.builtin.CanonicalName;
import com.ceap.connectors.builtin.CanonicalType;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/**
 * A CSV file with a header. Types are sniffed once, well-known columns get the type that they
 * should have; lines that do not fit are kept aside by the engine (see CsvRejects).
 */
final class CsvTable {
  /** About 10 MB of a usual table: enough to see the types, quick enough to do for each query. */
  private static final int SAMPLE_ROWS = 61_440;

  private final Connection connection;
  private final Path file;
  private final String dialect;

  private CsvTable(Connection connection, Path file) {
    this.connection = connection;
    this.file = file;
    this.dialect =
        "header = true, delim = %s, quote = '\"', escape = '\"'"
            .formatted(Sql.literal(String.valueOf(HeaderLine.of(file).delimiter())));
  }

  /** Each file has a header of its own: columns are matched by name, in whatever order. */
  static String select(Connection connection, List<Path> files) throws SQLException {
    StringJoiner union = new StringJoiner(" UNION ALL BY NAME ");
    for (Path file : files) {
      union.add(new CsvTable(connection, file).select());
    }
    return union.toString();
  }

  private String select() throws SQLException {
    return "SELECT * FROM read_csv(%s, %s, auto_detect = false, %s, store_rejects = true)"
        .formatted(Sql.literal(file.toString()), dialect, columnsAndFormats());
  }

  private String columnsAndFormats() throws SQLException {
    String sniff =
        ("SELECT list_transform(Columns, lambda c: c.name) AS names,"
                + " list_transform(Columns, lambda c: c.type) AS types, DateFormat, TimestampFormat"
                + " FROM sniff_csv(%s, %s, ignore_errors = true, sample_size = %d)")
            .formatted(Sql.literal(file.toString()), dialect, SAMPLE_ROWS);
    try (PreparedStatement statement = connection.prepareStatement(sniff);
        ResultSet answer = statement.executeQuery()) {
      answer.next();
      return "columns = "
          + columns(array(answer, 1), array(answer, 2))
          + format("dateformat", answer.getString(3))
          + format("timestampformat", answer.getString(4));
    }
  }

  private static Object[] array(ResultSet answer, int column) throws SQLException {
    return (Object[]) answer.getArray(column).getArray();
  }

  private static String columns(Object[] names, Object[] types) {
    StringJoiner columns = new StringJoiner(", ", "{", "}");
    for (int i = 0; i < names.length; i++) {
      String name = names[i].toString();
      String type = type(name, types[i].toString());
      columns.add(Sql.literal(name) + ": " + Sql.literal(type));
    }
    return columns.toString();
  }

  /** ISO dates are read by default and in every variant; only other formats must be told. */
  private static String format(String option, String format) {
    return format == null || format.isEmpty() || format.startsWith("%Y-%m-%d")
        ? ""
        : ", " + option + " = " + Sql.literal(format);
  }

  private static String type(String column, String sniffed) {
    return CanonicalType.of(CanonicalName.of(column))
        .map(wanted -> type(column.toLowerCase(Locale.ROOT), wanted, sniffed))
        .orElse(sniffed);
  }

  private static String type(String column, CanonicalType wanted, String sniffed) {
    boolean text = sniffed.equals("VARCHAR");
    return switch (wanted) {
      case TEXT -> "VARCHAR";
      case COUNT -> text ? "BIGINT" : sniffed;
      case AMOUNT -> text || sniffed.equals("BIGINT") ? "DOUBLE" : sniffed;
      case FLAG -> sniffed;
      case INSTANT -> {
        if (sniffed.equals("TIMESTAMP")) {
          // A zone in a later line would be ignored.
          yield "TIMESTAMP WITH TIME ZONE";
        }
        yield text ? (column.equals("date") ? "DATE" : "TIMESTAMP WITH TIME ZONE") : sniffed;
      }
    };
  }
}
