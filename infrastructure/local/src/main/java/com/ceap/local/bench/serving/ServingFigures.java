package com.ceap.local.bench.serving;

import com.ceap.local.bench.Goal;
import com.ceap.local.bench.Spread;
import com.ceap.local.bench.load.Latencies;
import java.util.List;

/**
 * What the common request takes.
 *
 * @param store the kind of store
 * @param candidates how many are stored
 * @param saturation requests a second where the next is made as soon as one ends
 * @param rate at which latencies were measured: half of the saturation
 * @param floor the open loop with nothing to do
 * @param bytes that a request allocates
 * @param calls to the store that a request makes
 */
public record ServingFigures(
    String store,
    long candidates,
    int workers,
    Spread saturation,
    Spread bareSaturation,
    double rate,
    Latencies api,
    Latencies bare,
    Latencies floor,
    long bytes,
    long bareBytes,
    int calls) {
  private static final double MICROS_PER_MILLI = 1e3;
  private static final double MOST_OF_BARE = 1.3;

  /** What was to be reached. */
  public List<Goal> goals() {
    double p99 = api.p99() / MICROS_PER_MILLI;
    double mostBesideBare = MOST_OF_BARE * bare.p99() / MICROS_PER_MILLI + 1;
    return List.of(
        Goal.atMost("P99 in ms", 30, p99),
        Goal.atMost("P99 in ms, of 1.3 x bare query + 1", mostBesideBare, p99),
        Goal.atMost("calls to storage", 1, calls));
  }
}
