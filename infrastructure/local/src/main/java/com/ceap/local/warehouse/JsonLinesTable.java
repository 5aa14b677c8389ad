package com.ceap.local.warehouse;

import com.ceap.connectors.builtin.CanonicalName;
import com.ceap.connectors.builtin.CanonicalType;
import com.ceap.model.RejectedRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A file with a JSON object per line. The engine reads a line that is no object as a row of nulls,
 * and would make a value that does not fit null; both are left out of the table and reported with
 * their line.
 */
final class JsonLinesTable {
  private final TableFiles table;
  private final Map<String, String> typeByColumn;
  private final Map<String, String> castByColumn;

  private JsonLinesTable(
      TableFiles table, Map<String, String> typeByColumn, Map<String, String> castByColumn) {
    this.table = table;
    this.typeByColumn = typeByColumn;
    this.castByColumn = castByColumn;
  }

  static JsonLinesTable of(Connection connection, TableFiles table) throws SQLException {
    Map<String, String> types = new LinkedHashMap<>();
    Map<String, String> casts = new LinkedHashMap<>();
    sniffed(connection, table)
        .forEach(
            (column, type) -> {
              boolean text = type.equals("VARCHAR") || type.equals("JSON");
              types.put(column, type.equals("JSON") ? "VARCHAR" : type);
              CanonicalType.of(CanonicalName.of(column))
                  .ifPresent(
                      wanted -> {
                        switch (wanted) {
                          case TEXT -> types.put(column, "VARCHAR");
                          case COUNT -> cast(casts, column, text, "BIGINT");
                          case AMOUNT -> cast(casts, column, text, "DOUBLE");
                          case INSTANT -> cast(casts, column, text, "TIMESTAMPTZ");
                          case FLAG -> types.put(column, text ? "VARCHAR" : type);
                        }
                      });
            });
    return new JsonLinesTable(table, types, casts);
  }

  private static void cast(Map<String, String> casts, String column, boolean text, String type) {
    if (text) {
      casts.put(column, type);
    }
  }

  private static Map<String, String> sniffed(Connection connection, TableFiles table)
      throws SQLException {
    Map<String, String> types = new LinkedHashMap<>();
    String describe =
        "DESCRIBE SELECT * FROM read_json(%s, format = 'newline_delimited', ignore_errors = true, sample_size = -1, union_by_name = true)"
            .formatted(Sql.paths(table.files()));
    try (PreparedStatement statement = connection.prepareStatement(describe);
        ResultSet columns = statement.executeQuery()) {
      while (columns.next()) {
        types.put(columns.getString(1), columns.getString(2));
      }
    }
    return types;
  }

  String select() {
    String columns =
        typeByColumn.keySet().stream()
            .map(column -> "%s AS %s".formatted(value(column), Sql.name(column)))
            .collect(Collectors.joining(", "));
    return "SELECT %s FROM read_json(%s, format = 'newline_delimited', ignore_errors = true, columns = %s) WHERE NOT (%s)"
        .formatted(columns, Sql.paths(table.files()), columnTypes(), bad(Sql::name));
  }

  private String value(String column) {
    String type = castByColumn.get(column);
    return type == null ? Sql.name(column) : "TRY_CAST(%s AS %s)".formatted(Sql.name(column), type);
  }

  private String columnTypes() {
    return typeByColumn.entrySet().stream()
        .map(column -> Sql.literal(column.getKey()) + ": " + Sql.literal(column.getValue()))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  /** The rule by which a line is left out, over the columns or over the line's JSON. */
  private String bad(UnaryOperator<String> valueOf) {
    String empty =
        typeByColumn.keySet().stream()
            .map(column -> valueOf.apply(column) + " IS NULL")
            .collect(Collectors.joining(" AND ", "(", ")"));
    return castByColumn.entrySet().stream()
        .map(
            cast ->
                "(%1$s IS NOT NULL AND TRY_CAST(%1$s AS %2$s) IS NULL)"
                    .formatted(valueOf.apply(cast.getKey()), cast.getValue()))
        .collect(Collectors.joining(" OR ", empty + (castByColumn.isEmpty() ? "" : " OR "), ""));
  }

  List<RejectedRecord> rejected(Connection connection, Path folder) throws SQLException {
    List<RejectedRecord> rejected = new ArrayList<>();
    for (Path file : table.files()) {
      Map<String, String> sentences = sentencesByLine(connection, file);
      if (!sentences.isEmpty()) {
        find(file, sentences, folder.relativize(file).toString(), rejected);
      }
    }
    return rejected;
  }

  /** The engine names bad lines by their text only; their numbers come from a second look. */
  private Map<String, String> sentencesByLine(Connection connection, Path file)
      throws SQLException {
    String query =
        """
        SELECT DISTINCT line, %s FROM (
          SELECT line, CASE WHEN json_valid(line) THEN CAST(line AS JSON) END AS j
          FROM read_csv(%s, columns = {'line': 'VARCHAR'}, auto_detect = false, header = false,
            delim = '\u0001', quote = '', escape = '')) WHERE %s"""
            .formatted(sentence(), Sql.literal(file.toString()), bad(JsonLinesTable::member));
    Map<String, String> sentences = new LinkedHashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(query);
        ResultSet lines = statement.executeQuery()) {
      while (lines.next()) {
        sentences.put(lines.getString(1), lines.getString(2));
      }
    }
    return sentences;
  }

  private String sentence() {
    String branches =
        castByColumn.entrySet().stream()
            .map(
                cast ->
                    "WHEN %1$s IS NOT NULL AND TRY_CAST(%1$s AS %2$s) IS NULL THEN %3$s"
                        .formatted(
                            member(cast.getKey()),
                            cast.getValue(),
                            Sql.literal(shouldBe(cast.getKey()))))
            .collect(Collectors.joining(" "));
    return "CASE " + branches + " WHEN true THEN '' END";
  }

  private static String shouldBe(String column) {
    String wanted =
        CanonicalType.of(CanonicalName.of(column)).map(CanonicalType::wanted).orElse("a value");
    return column + " should be " + wanted;
  }

  private static String member(String column) {
    return "(j ->> " + Sql.literal("$.\"" + column + "\"") + ")";
  }

  private static void find(
      Path file, Map<String, String> sentences, String name, List<RejectedRecord> rejected) {
    try (BufferedReader lines = HeaderLine.reader(file)) {
      long number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        String sentence = sentences.get(line);
        if (sentence != null) {
          rejected.add(rejected(sentence, name + ":" + number));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private static RejectedRecord rejected(String sentence, String position) {
    return sentence.isEmpty()
        ? new RejectedRecord(
            "UNREADABLE_LINE",
            "the line should be one JSON object with the keys of the others",
            position)
        : new RejectedRecord("WRONG_TYPE", sentence, position);
  }
}
