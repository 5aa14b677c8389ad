package com.ceap.scoring;

import com.ceap.model.Attributes;
import java.util.ArrayList;
import java.util.List;

/** What one model is sent for a chunk. For one thread while it is filled. */
final class ModelRows {
  private final ModelFeatures features;
  private final List<Attributes> rows;
  private final int[] candidates;
  private final List<Open.Gap> gaps = new ArrayList<>();

  ModelRows(ModelFeatures features, int chunkSize) {
    this.features = features;
    this.rows = new ArrayList<>(chunkSize);
    this.candidates = new int[chunkSize];
  }

  void add(int candidate, Object[] slots) {
    Object[] row = new Object[features.size()];
    for (int i = 0; i < row.length; i++) {
      Object value = slots[features.slot(i)];
      if (value == null) {
        gaps.add(new Open.Gap(candidate, features.missing(i)));
        return;
      }
      row[i] = value;
    }
    candidates[rows.size()] = candidate;
    rows.add(new Attributes(features.schema(), row));
  }

  List<Attributes> rows() {
    return rows;
  }

  /** The candidate, by its position in the chunk, that a row belongs to. */
  int candidate(int row) {
    return candidates[row];
  }

  /** The candidates that the model cannot be asked about. */
  List<Open.Gap> gaps() {
    return gaps;
  }
}
