package com.ceap.lambdas.retrain;

import java.nio.ByteBuffer;

/** The numbers of one decision or session, and whether it ended in a purchase. */
public final class LabelledRow {
  private final double[] values;
  private final boolean label;

  /** Takes ownership of the values. */
  public LabelledRow(double[] values, boolean label) {
    this.values = values;
    this.label = label;
  }

  public double value(int column) {
    return values[column];
  }

  public double[] values() {
    return values.clone();
  }

  public boolean label() {
    return label;
  }

  ByteBuffer bytes(ByteBuffer into) {
    for (double value : values) {
      into.putDouble(value);
    }
    return into.put((byte) (label ? 1 : 0));
  }
}
