package com.ceap.lambdas.export;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every statement that the export runs, in DuckDB's SQL. */
public final class ExportSql {
  private static final String STAGED = "staged_";

  private ExportSql() {}

  /** Takes in rows of JSON with the columns of a table and {@code program}. */
  static String stage(ExportTable table, Path rows) {
    String columns =
        Stream.concat(SharedColumns.PARTITIONS.stream().limit(1), table.columns().stream())
            .map(column -> literal(column.name()) + ": " + literal(column.type().duckDb()))
            .collect(Collectors.joining(", "));
    return "CREATE TABLE %s AS SELECT * FROM read_json(%s, format = 'newline_delimited', columns = {%s})"
        .formatted(STAGED + table.id(), literal(rows.toString()), columns);
  }

  static String programs(ExportTable table) {
    return "SELECT program, count(*) FROM %s GROUP BY program ORDER BY program"
        .formatted(STAGED + table.id());
  }

  /** Writes one of a number of files, which together have every row of a program once. */
  static String write(ExportTable table, String programId, int part, int parts, Path file) {
    String rows =
        "SELECT %s FROM %s WHERE program = %s AND hash(customer_id) %% %d = %d"
            .formatted(names(table), STAGED + table.id(), literal(programId), parts, part);
    return parquet(ordered(table, rows), file);
  }

  /**
   * Writes what a file of a day holds, but for the customers in the table {@code erased} who were
   * erased on a later one.
   */
  static String withoutErased(ExportTable table, Path from, Path to, LocalDate day) {
    String rows =
        "SELECT %s FROM read_parquet(%s) WHERE customer_id NOT IN (%s)"
            .formatted(names(table), literal(from.toString()), erasedAfter(day));
    return parquet(ordered(table, rows), to);
  }

  static String count(Path file) {
    return "SELECT count(*) FROM read_parquet(%s)".formatted(literal(file.toString()));
  }

  static String countErased(Path file, LocalDate day) {
    return "SELECT count(*) FROM read_parquet(%s) WHERE customer_id IN (%s)"
        .formatted(literal(file.toString()), erasedAfter(day));
  }

  private static String erasedAfter(LocalDate day) {
    return "SELECT id FROM erased WHERE day > DATE " + literal(day.toString());
  }

  static String countCustomers(Path file) {
    return "SELECT count(DISTINCT customer_id) FROM read_parquet(%s)"
        .formatted(literal(file.toString()));
  }

  static String customers(Path file) {
    return "SELECT DISTINCT customer_id FROM read_parquet(%s)".formatted(literal(file.toString()));
  }

  /** A total order, so that the same rows make the same file. */
  private static String ordered(ExportTable table, String rows) {
    String last =
        switch (table) {
          case DELIVERIES -> ", message_id";
          case ENGAGEMENTS -> ", event_id";
          case CANDIDATES, OUTCOMES -> "";
        };
    return rows + " ORDER BY customer_id, marketplace, subject_type, subject_id" + last;
  }

  private static String parquet(String rows, Path file) {
    return "COPY (%s) TO %s (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 122880)"
        .formatted(rows, literal(file.toString()));
  }

  /** A view of files that lie in folders named by program and day; no files are an empty table. */
  public static String view(ExportTable table, List<Path> files) {
    String names = names(table) + ", program, dt";
    String rows =
        files.isEmpty()
            ? "SELECT %s WHERE false".formatted(nothing(table))
            : "SELECT %s FROM read_parquet([%s], union_by_name = true, hive_partitioning = true, hive_types = {'program': VARCHAR, 'dt': VARCHAR})"
                .formatted(
                    names,
                    files.stream()
                        .map(file -> literal(file.toString()))
                        .collect(Collectors.joining(", ")));
    return "CREATE OR REPLACE VIEW %s AS %s".formatted(table.id(), rows);
  }

  private static String nothing(ExportTable table) {
    return Stream.concat(table.columns().stream(), SharedColumns.PARTITIONS.stream())
        .map(column -> "CAST(NULL AS %s) AS %s".formatted(column.type().duckDb(), name(column)))
        .collect(Collectors.joining(", "));
  }

  private static String names(ExportTable table) {
    return table.columns().stream().map(ExportSql::name).collect(Collectors.joining(", "));
  }

  private static String name(ExportColumn column) {
    return '"' + column.name() + '"';
  }

  /** A text as SQL writes it. */
  public static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
