package com.ceap.scoring;

import com.ceap.model.AttributeSchema;
import com.ceap.model.Attributes;

/**
 * Copies attributes into slots. Rows of one source share their schema, so names are looked up once
 * per schema and not once per row. For one thread.
 */
final class SlotReader {
  private final String[] names;
  private final int[] slots;
  private final int[] positions;
  private AttributeSchema schema = AttributeSchema.EMPTY;

  SlotReader(Columns columns) {
    this.names = columns.names().toArray(String[]::new);
    this.slots = columns.slots();
    this.positions = new int[slots.length];
    locate();
  }

  void read(Attributes from, Object[] to) {
    if (!from.schema().equals(schema)) {
      schema = from.schema();
      locate();
    }
    for (int i = 0; i < slots.length; i++) {
      if (positions[i] >= 0) {
        to[slots[i]] = from.raw(positions[i]);
      }
    }
  }

  private void locate() {
    for (int i = 0; i < names.length; i++) {
      positions[i] = schema.position(names[i]);
    }
  }
}
