package com.ceap.connectors.builtin;

import com.ceap.connectors.spi.Chunk;
import com.ceap.connectors.spi.RecordSink;
import com.ceap.connectors.spi.Warehouse;
import com.ceap.model.AttributeSchema;
import com.ceap.model.Attributes;
import com.ceap.model.RawRecord;
import com.ceap.model.RejectedRecord;
import com.ceap.model.SourcePosition;
import java.time.LocalDate;
import java.util.List;

/** Turns the rows of one answer into raw records; made once for an answer, see FieldMapping. */
final class RowMapper {
  private final AttributeSchema schema;
  private final int customer;
  private final int subject;
  private final Chunk chunk;
  private final ValueReader[] readers;

  RowMapper(AttributeSchema schema, int customer, int subject, Chunk chunk) {
    this.schema = schema;
    this.customer = customer;
    this.subject = subject;
    this.chunk = chunk;
    this.readers = readers(schema.names(), subject, chunk.businessDate());
  }

  private static ValueReader[] readers(List<String> names, int subject, LocalDate businessDate) {
    ValueReader[] readers = new ValueReader[names.size()];
    for (int i = 0; i < readers.length; i++) {
      readers[i] =
          i == subject
              ? new TextReader()
              : CanonicalType.of(names.get(i))
                  .map(type -> ValueReader.of(type, businessDate))
                  .orElseGet(NaturalReader::new);
    }
    return readers;
  }

  void map(Warehouse.Rows rows, long row, RecordSink sink) {
    Object[] values = new Object[readers.length];
    for (int i = 0; i < values.length; i++) {
      Object raw = rows.value(i);
      Object value = raw == null ? null : readers[i].read(raw);
      if (value instanceof Fault fault) {
        sink.reject(rejected(fault, schema.names().get(i), raw, row));
        return;
      }
      values[i] = value;
    }
    if (values[customer] == null) {
      sink.reject(missing("MISSING_CUSTOMER", "a customer", customer, row));
    } else if (values[subject] == null) {
      sink.reject(missing("MISSING_SUBJECT", "a subject", subject, row));
    } else {
      sink.accept(
          new RawRecord(
              new Attributes(schema, values), new SourcePosition(chunk.connectorId(), row)));
    }
  }

  private RejectedRecord missing(String code, String what, int column, long row) {
    String name = schema.names().get(column);
    return new RejectedRecord(code, name + " is empty; every record needs " + what, position(row));
  }

  private RejectedRecord rejected(Fault fault, String name, Object raw, long row) {
    String value = name.equals(FieldMapping.CUSTOMER) ? "" : Shown.of(raw);
    return new RejectedRecord(
        fault.code(), name + " should be " + fault.wanted() + value, position(row));
  }

  private String position(long row) {
    return "row " + row + " of " + chunk.connectorId() + ", chunk " + chunk.index();
  }
}
