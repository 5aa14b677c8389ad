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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The lines of JSONL files that were left out of their table. The engine tells their text; their
 * numbers come from a second look at the file, which files without bad lines are spared.
 */
final class JsonLinesRejects {
  private final JsonLinesTable lines;
  private final Connection connection;
  private final Path folder;

  JsonLinesRejects(JsonLinesTable lines, Connection connection, Path folder) {
    this.lines = lines;
    this.connection = connection;
    this.folder = folder;
  }

  List<RejectedRecord> read() throws SQLException {
    List<RejectedRecord> rejected = new ArrayList<>();
    for (Path file : lines.table().files()) {
      Map<String, String> sentences = sentences(file);
      if (!sentences.isEmpty()) {
        number(file, sentences, rejected);
      }
    }
    return rejected;
  }

  /** What is wrong with each bad line, by its text; blank where it is no object. */
  private Map<String, String> sentences(Path file) throws SQLException {
    String query =
        "SELECT DISTINCT line, %s FROM %s WHERE %s"
            .formatted(
                sentence(),
                JsonLinesTable.lines(Sql.paths(List.of(file))),
                lines.isBad(JsonLinesRejects::member));
    Map<String, String> sentences = new HashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(query);
        ResultSet bad = statement.executeQuery()) {
      while (bad.next()) {
        sentences.put(bad.getString(1), bad.getString(2));
      }
    }
    return sentences;
  }

  private String sentence() {
    return lines.castTo().entrySet().stream()
        .map(
            cast ->
                "WHEN %s THEN %s"
                    .formatted(
                        JsonLinesTable.misfit(member(cast.getKey()), cast.getValue()),
                        Sql.literal(cast.getKey() + " should be " + wanted(cast.getKey()))))
        .collect(Collectors.joining(" ", "CASE ", " WHEN true THEN '' END"));
  }

  private static String wanted(String column) {
    return CanonicalType.of(CanonicalName.of(column))
        .map(CanonicalType::wanted)
        .orElse("a whole number below 2^63");
  }

  private static String member(String column) {
    return "(j ->> %s)".formatted(Sql.literal("$.\"" + column.replace("\"", "\\\"") + "\""));
  }

  private void number(Path file, Map<String, String> sentences, List<RejectedRecord> rejected) {
    try (BufferedReader text = HeaderLine.reader(file)) {
      long number = 0;
      for (String line = text.readLine(); line != null; line = text.readLine()) {
        number++;
        String sentence = sentences.get(line);
        if (sentence != null) {
          rejected.add(rejected(sentence, folder.relativize(file) + ":" + number));
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
