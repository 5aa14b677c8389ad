package com.ceap.scoring;

import com.ceap.model.AttributeSchema;
import com.ceap.model.Rejection;
import com.ceap.model.program.FeatureSource;
import com.ceap.model.program.ModelSpec;
import java.util.List;
import java.util.Map;

/** The slots that make up one model's row, in the model's order. */
final class ModelFeatures {
  private final AttributeSchema schema;
  private final int[] slots;
  private final Rejection[] missing;

  ModelFeatures(ModelSpec spec, Map<Slot, Integer> positions) {
    this.schema = new AttributeSchema(List.copyOf(spec.features().keySet()));
    this.slots = new int[schema.size()];
    this.missing = new Rejection[slots.length];
    for (int i = 0; i < slots.length; i++) {
      String feature = schema.names().get(i);
      FeatureSource source = spec.features().get(feature);
      slots[i] = positions.get(new Slot(feature, source));
      missing[i] = Verdicts.featureMissing(spec, feature, source);
    }
  }

  AttributeSchema schema() {
    return schema;
  }

  int size() {
    return slots.length;
  }

  int slot(int feature) {
    return slots[feature];
  }

  /** The verdict on a candidate that lacks the feature. */
  Rejection missing(int feature) {
    return missing[feature];
  }
}
