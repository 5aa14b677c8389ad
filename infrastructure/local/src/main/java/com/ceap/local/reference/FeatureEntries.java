package com.ceap.local.reference;

import com.ceap.storage.FeatureRepository;
import com.ceap.storage.FeatureRepository.Feature;
import com.ceap.storage.Versioned;
import java.time.Instant;
import java.util.List;

/** Features that were computed elsewhere: one a row. */
record FeatureEntries(FeatureRepository features) implements Entries<Versioned<Feature>> {
  @Override
  public Versioned<Feature> parse(Row row, Instant updatedAt) throws BadRowException {
    Feature feature =
        new Feature(
            row.required("entity"),
            row.required("id"),
            row.required("name"),
            FeatureValues.parse(row.required("value")));
    return new Versioned<>(feature, updatedAt);
  }

  @Override
  public void write(List<Versioned<Feature>> entries) {
    features.importAll(entries);
  }
}
