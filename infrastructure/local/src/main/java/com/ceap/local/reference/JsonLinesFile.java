package com.ceap.local.reference;

import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One JSON object a line. The first one names the columns; later ones may hold optional others. */
record JsonLinesFile(Path file, ReferenceKind kind) implements TableFile {
  private static final ObjectReader JSON =
      new ObjectMapper()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .reader();

  @Override
  public void read(Sink sink) throws IOException {
    List<String> columns = List.of();
    try (Utf8Text text = new Utf8Text(TableFile.open(file))) {
      String json = text.readLine();
      for (long line = 1; json != null; line++) {
        if (!json.isBlank()) {
          columns = row(json, line, columns, sink);
        }
        json = text.readLine();
      }
    } catch (CharacterCodingException e) {
      throw new CeapException(
          ErrorCode.IMPORT_INVALID, file + " is not UTF-8; save it as UTF-8", e);
    }
  }

  /** Hands a row on and answers the columns, which are known from the first object on. */
  private List<String> row(String json, long line, List<String> before, Sink sink) {
    List<String> columns = before;
    try {
      if (!(JSON.readTree(json) instanceof ObjectNode object)) {
        sink.unreadable(line, "It is no JSON object; a line should look like {\"…\": …}.");
        return columns;
      }
      if (columns.isEmpty()) {
        columns = columns(object);
        sink.columns(columns);
      }
      row(object, line, columns, sink);
    } catch (JsonProcessingException e) {
      sink.unreadable(line, "It is no JSON: " + e.getOriginalMessage() + ".");
    }
    return columns;
  }

  private List<String> columns(ObjectNode first) {
    Set<String> columns = new LinkedHashSet<>();
    first.fieldNames().forEachRemaining(columns::add);
    kind.columns().stream().filter(c -> !kind.required().contains(c)).forEach(columns::add);
    return List.copyOf(columns);
  }

  private static void row(ObjectNode object, long line, List<String> columns, Sink sink) {
    String[] cells = new String[columns.size()];
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      int position = columns.indexOf(field.getKey());
      if (position < 0) {
        sink.unreadable(
            line, "It has the unknown key '" + field.getKey() + "'; known are " + columns + ".");
        return;
      }
      cells[position] = cell(field.getValue());
    }
    sink.row(line, cells);
  }

  private static String cell(JsonNode value) {
    if (value.isNull()) {
      return null;
    }
    String text = value.isContainerNode() ? value.toString() : value.asText().strip();
    return text.isEmpty() ? null : text;
  }
}
