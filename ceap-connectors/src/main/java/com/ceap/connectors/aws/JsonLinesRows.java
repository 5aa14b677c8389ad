package com.ceap.connectors.aws;

import com.ceap.connectors.spi.Warehouse;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import software.amazon.awssdk.core.ResponseInputStream;

/** Rows from a gzipped file with one JSON object per line, read as a stream. */
final class JsonLinesRows implements Warehouse.Rows {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_LONG_FOR_INTS).build();

  private final String key;
  private final List<String> names;
  private final AnswerType[] types;
  private final Map<String, Integer> positions = new HashMap<>();
  private final ResponseInputStream<?> body;
  private final JsonParser parser;
  private final Object[] values;
  private boolean ended;

  private JsonLinesRows(
      String key, List<AnswerColumn> columns, ResponseInputStream<?> body, JsonParser parser) {
    this.key = key;
    this.names = columns.stream().map(AnswerColumn::name).toList();
    this.types =
        columns.stream().map(column -> AnswerType.of(column.type())).toArray(AnswerType[]::new);
    this.body = body;
    this.parser = parser;
    this.values = new Object[types.length];
    for (String name : names) {
      positions.put(name, positions.size());
    }
  }

  static JsonLinesRows open(String key, List<AnswerColumn> columns, ResponseInputStream<?> body) {
    try {
      InputStream text = new GZIPInputStream(body, 1 << 16);
      return new JsonLinesRows(key, columns, body, JSON.createParser(text));
    } catch (IOException e) {
      body.abort();
      throw unreadable(key, e);
    }
  }

  @Override
  public List<String> columns() {
    return names;
  }

  @Override
  public boolean next() {
    try {
      JsonToken token = parser.nextToken();
      if (token == null) {
        ended = true;
        return false;
      }
      readRow();
      return true;
    } catch (IOException e) {
      throw unreadable(key, e);
    }
  }

  private void readRow() throws IOException {
    Arrays.fill(values, null);
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      Integer position = positions.get(parser.currentName());
      parser.nextToken();
      if (position == null) {
        parser.skipChildren();
      } else {
        values[position] = types[position].read(parser.readValueAs(Object.class));
      }
    }
  }

  @Override
  public Object value(int column) {
    return values[column];
  }

  /** Jackson's message quotes the row, so it is left out. */
  private static CeapException unreadable(String key, IOException e) {
    return new CeapException(
        ErrorCode.WAREHOUSE_UNAVAILABLE,
        "%s cannot be read as gzipped JSON lines (%s)"
            .formatted(key, e.getClass().getSimpleName()));
  }

  @Override
  public void close() {
    try {
      if (!ended) {
        // The rest of the object would otherwise be downloaded just to be thrown away.
        body.abort();
      }
      parser.close();
    } catch (IOException e) {
      throw unreadable(key, e);
    }
  }
}
