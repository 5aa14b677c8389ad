package com.ceap.local.model;

import java.nio.ByteBuffer;

/** The numbers of one session, and whether it ended in a purchase. */
final class LabelledRow {
  private final double[] values;
  private final boolean label;

  /** Takes ownership of the values. */
  LabelledRow(double[] values, boolean label) {
    this.values = values;
    this.label = label;
  }

  double value(int column) {
    return values[column];
  }

  double[] values() {
    return values.clone();
  }

  boolean label() {
    return label;
  }

  ByteBuffer bytes(ByteBuffer into) {
    for (double value : values) {
      into.putDouble(value);
    }
    return into.put((byte) (label ? 1 : 0));
  }
}
