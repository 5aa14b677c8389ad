package com.ceap.lambdas.etl;

import com.ceap.model.AttributeSchema;
import com.ceap.model.RawRecord;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Keeps one record for each customer and subject, whichever order they come in. Not thread-safe.
 */
final class Deduplicator {
  private record Key(String customerId, String subjectId) {}

  private final Map<Key, RawRecord> survivors = new HashMap<>();
  private final String subjectColumn;
  private AttributeSchema schema = AttributeSchema.EMPTY;
  private RecordOrder order = new RecordOrder(schema);
  private int customer;
  private int subject;
  private long duplicates;

  Deduplicator(String subjectColumn) {
    this.subjectColumn = subjectColumn;
  }

  void add(RawRecord row) {
    useSchema(row.attributes().schema());
    Key key =
        new Key((String) row.attributes().raw(customer), (String) row.attributes().raw(subject));
    RawRecord other = survivors.putIfAbsent(key, row);
    if (other != null) {
      duplicates++;
      if (order.prefers(row.attributes(), other.attributes())) {
        survivors.put(key, row);
      }
    }
  }

  /** All rows of a chunk share one schema, so this runs once for each chunk. */
  private void useSchema(AttributeSchema rowSchema) {
    if (!rowSchema.equals(schema)) {
      schema = rowSchema;
      order = new RecordOrder(rowSchema);
      customer = rowSchema.position("customer_id");
      subject = rowSchema.position(subjectColumn);
    }
  }

  Collection<RawRecord> survivors() {
    return survivors.values();
  }

  long duplicates() {
    return duplicates;
  }
}
