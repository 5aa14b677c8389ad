package com.ceap.local.warehouse;

import com.ceap.connectors.builtin.CanonicalName;
import com.ceap.connectors.builtin.CanonicalType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Files with a JSON object per line. The engine would read a line that is no object as a row of
 * nulls, and a value that does not fit as null: columns that may not fit are therefore read as text
 * and cast here, and lines that break the rule are left out of the table (see JsonLinesRejects).
 */
final class JsonLinesTable {
  private final TableFiles table;
  private final Map<String, String> readAs;
  private final Map<String, String> castTo;

  private JsonLinesTable(TableFiles table, Map<String, String> readAs, Map<String, String> castTo) {
    this.table = table;
    this.readAs = readAs;
    this.castTo = castTo;
  }

  static JsonLinesTable of(Connection connection, TableFiles table) throws SQLException {
    Map<String, String> readAs = new LinkedHashMap<>();
    Map<String, String> castTo = new LinkedHashMap<>();
    structure(connection, table)
        .forEach(
            (column, found) -> {
              Optional<String> cast = cast(column, found);
              boolean text = cast.isPresent() || found.equals("JSON") || isId(column);
              readAs.put(column, text ? "VARCHAR" : found);
              cast.ifPresent(type -> castTo.put(column, type));
            });
    return new JsonLinesTable(table, readAs, castTo);
  }

  private static boolean isId(String column) {
    return CanonicalType.of(CanonicalName.of(column))
        .filter(type -> type == CanonicalType.TEXT)
        .isPresent();
  }

  /** The type a column is cast to, where what was found in the file is not certain to fit. */
  private static Optional<String> cast(String column, String found) {
    boolean whole = found.equals("UBIGINT") || found.equals("BIGINT");
    return CanonicalType.of(CanonicalName.of(column))
        .map(
            wanted ->
                switch (wanted) {
                  case TEXT, FLAG -> Optional.<String>empty();
                  case COUNT -> Optional.of(found.equals("DOUBLE") ? "DOUBLE" : "BIGINT");
                  case AMOUNT -> Optional.of("DOUBLE");
                  case INSTANT -> Optional.of(whole ? "BIGINT" : timeType(column));
                })
        .orElse(whole ? Optional.of("BIGINT") : Optional.empty());
  }

  private static String timeType(String column) {
    return column.equalsIgnoreCase("date") ? "DATE" : "TIMESTAMPTZ";
  }

  private static Map<String, String> structure(Connection connection, TableFiles table)
      throws SQLException {
    String query =
        "SELECT json_group_structure(j) FROM %s WHERE json_type(j) = 'OBJECT'"
            .formatted(lines(Sql.paths(table.files())));
    try (PreparedStatement statement = connection.prepareStatement(query);
        ResultSet answer = statement.executeQuery()) {
      answer.next();
      String structure = answer.getString(1);
      return structure == null ? Map.of() : JsonStructure.types(structure);
    }
  }

  /** The lines as text, beside their JSON where they are JSON. */
  static String lines(String paths) {
    return """
        (SELECT line, CASE WHEN json_valid(line) THEN CAST(line AS JSON) END AS j
        FROM read_csv(%s, columns = {'line': 'VARCHAR'}, auto_detect = false, header = false,
          delim = '\u0001', quote = '', escape = ''))"""
        .formatted(paths);
  }

  TableFiles table() {
    return table;
  }

  /** The columns that are cast, with the type they are cast to. */
  Map<String, String> castTo() {
    return castTo;
  }

  String select() {
    if (readAs.isEmpty()) {
      return "SELECT NULL AS no_column WHERE false";
    }
    String columns =
        readAs.keySet().stream()
            .map(column -> value(column) + " AS " + Sql.name(column))
            .collect(Collectors.joining(", "));
    String types =
        readAs.entrySet().stream()
            .map(column -> Sql.literal(column.getKey()) + ": " + Sql.literal(column.getValue()))
            .collect(Collectors.joining(", ", "{", "}"));
    return "SELECT %s FROM read_json(%s, format = 'newline_delimited', ignore_errors = true,"
            .formatted(columns, Sql.paths(table.files()))
        + " columns = %s) WHERE NOT (%s)".formatted(types, isBad(Sql::name));
  }

  private String value(String column) {
    String type = castTo.get(column);
    return type == null ? Sql.name(column) : "TRY_CAST(%s AS %s)".formatted(Sql.name(column), type);
  }

  /**
   * The rule by which a line is left out: it has no value at all, or one that does not fit.
   *
   * @param valueOf how a column's value is written in SQL
   */
  String isBad(UnaryOperator<String> valueOf) {
    String empty =
        readAs.keySet().stream()
            .map(column -> valueOf.apply(column) + " IS NULL")
            .collect(Collectors.joining(" AND "));
    return castTo.entrySet().stream()
        .map(cast -> misfit(valueOf.apply(cast.getKey()), cast.getValue()))
        .collect(
            Collectors.joining(
                " OR ", empty.isEmpty() ? "true" : "(" + empty + ") OR ", " OR false"));
  }

  static String misfit(String value, String type) {
    return "(%1$s IS NOT NULL AND TRY_CAST(%1$s AS %2$s) IS NULL)".formatted(value, type);
  }
}
