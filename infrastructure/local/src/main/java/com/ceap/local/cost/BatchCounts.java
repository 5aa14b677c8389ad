package com.ceap.local.cost;

import com.ceap.storage.CeapTables;
import java.util.Set;
import java.util.SortedMap;

/**
 * What a batch came to.
 *
 * @param raw records of the warehouse
 * @param puts requests that write or list objects
 * @param gets requests that read objects
 * @param warehouseBytes of the table that the query reads
 */
record BatchCounts(
    long raw,
    long stored,
    int chunks,
    SortedMap<String, RequestUnits> units,
    long puts,
    long gets,
    long modelCalls,
    long warehouseBytes) {
  /** Asked only about what passed the filters; all else is asked about every record. */
  private static final Set<String> OF_SCORED =
      Set.of(CeapTables.FEATURES.name(), CeapTables.SCORES.name());

  double readsPerRaw() {
    return reads(false) / raw;
  }

  double readsPerStored() {
    return reads(true) / stored;
  }

  double writesPerStored() {
    return units.values().stream().mapToDouble(RequestUnits::writes).sum() / stored;
  }

  private double reads(boolean ofScored) {
    return units.entrySet().stream()
        .filter(table -> OF_SCORED.contains(table.getKey()) == ofScored)
        .mapToDouble(table -> table.getValue().reads())
        .sum();
  }
}
