package com.ceap.local.bench;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One process as it was measured.
 *
 * @param wallSeconds from its start to its end, by the parent's clock
 * @param cpuSeconds of all its threads
 * @param peakMegabytes 0 where the system does not tell
 * @param items raw records, or candidates where only Store is measured
 * @param seconds of the work alone, by the process itself
 * @param funnel missing where it decided nothing that can be compared
 */
record Measured(
    double wallSeconds,
    double cpuSeconds,
    double peakMegabytes,
    long items,
    double seconds,
    JsonNode funnel) {
  static Measured of(double wallSeconds, JsonNode child) {
    return new Measured(
        wallSeconds,
        child.path("cpuSeconds").doubleValue(),
        child.path("peakMegabytes").doubleValue(),
        child.path("items").longValue(),
        child.path("seconds").doubleValue(),
        child.path("funnel"));
  }

  double itemsPerSecond() {
    return items / seconds;
  }
}
