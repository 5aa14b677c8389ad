package com.ceap.scoring;

import com.ceap.model.AttributeSchema;
import com.ceap.model.Rejection;
import com.ceap.model.program.ModelSpec;
import java.util.List;
import java.util.Map;

/** The slots that make up one model's row, in the model's order. Thread-safe. */
final class ModelFeatures {
  private final ModelSpec spec;
  private final AttributeSchema schema;
  private final int[] slots;
  private final Rejection[] missing;

  ModelFeatures(ModelSpec spec, Map<Slot, Integer> positions) {
    this.spec = spec;
    this.schema = new AttributeSchema(List.copyOf(spec.features().keySet()));
    this.slots =
        spec.features().entrySet().stream()
            .mapToInt(feature -> positions.get(new Slot(feature.getKey(), feature.getValue())))
            .toArray();
    this.missing = new Rejection[slots.length];
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

  /** The verdict on a candidate that lacks the feature; any of several equal ones may be kept. */
  Rejection missing(int feature) {
    if (missing[feature] == null) {
      String name = schema.names().get(feature);
      missing[feature] = Verdicts.featureMissing(spec, name, spec.features().get(name));
    }
    return missing[feature];
  }
}
