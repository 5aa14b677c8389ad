package com.ceap.connectors.example;

import com.ceap.connectors.spi.Chunk;
import com.ceap.connectors.spi.RecordSink;
import com.ceap.model.AttributeSchema;
import com.ceap.model.Attributes;
import com.ceap.model.RawRecord;
import com.ceap.model.RejectedRecord;
import com.ceap.model.SourcePosition;
import java.util.Arrays;
import java.util.List;

/** Turns lines into records: all rows of a file share one schema, so that a row costs one array. */
final class CsvRows {
  private final String connectorId;
  private final String fileName;
  private final AttributeSchema schema;
  private final int customer;

  CsvRows(String connectorId, String fileName, String header) {
    this.connectorId = connectorId;
    this.fileName = fileName;
    this.schema = new AttributeSchema(List.of(header.split(",")));
    this.customer = schema.position("customer_id");
  }

  void read(String line, long row, Chunk chunk, RecordSink sink) {
    String[] cells = line.split(",", -1);
    String customerId = customer < cells.length ? cells[customer] : "";
    if (Math.floorMod(customerId.hashCode(), chunk.count()) != chunk.index()) {
      return; // another chunk's customer
    }
    if (cells.length != schema.size()) {
      reject("BROKEN_ROW", cells.length + " cells for " + schema.size() + " columns", row, sink);
    } else if (customerId.isBlank()) {
      reject("MISSING_CUSTOMER", "customer_id is blank", row, sink);
    } else {
      sink.accept(new RawRecord(attributes(cells), new SourcePosition(connectorId, row)));
    }
  }

  private void reject(String reasonCode, String sentence, long row, RecordSink sink) {
    sink.reject(new RejectedRecord(reasonCode, sentence, fileName + ":" + row));
  }

  private Attributes attributes(String[] cells) {
    return new Attributes(schema, Arrays.stream(cells).map(CsvRows::value).toArray());
  }

  private static Object value(String cell) {
    return cell.matches("[0-9]{1,18}") ? (Object) Long.valueOf(cell) : cell;
  }
}
