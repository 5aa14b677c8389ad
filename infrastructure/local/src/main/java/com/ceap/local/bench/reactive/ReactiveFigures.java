package com.ceap.local.bench.reactive;

import com.ceap.local.bench.Goal;
import java.util.List;

/** All that was measured, and what follows from it. */
public record ReactiveFigures(CoreFigures core, StorageFigures storage) {
  private static final double MICROS_PER_MILLI = 1e3;

  /** What was to be reached. */
  public List<Goal> goals() {
    return List.of(
        Goal.atLeast("core, events a second and core", 100_000, core.decision().perCpuSecond()),
        Goal.atMost("core, P99 in ms", 1, core.decided().p99() / MICROS_PER_MILLI),
        Goal.atMost("core with its stage, P99 in ms", 1, core.staged().p99() / MICROS_PER_MILLI),
        Goal.atLeast(
            "with storage, of the bare calls' rate",
            0.7,
            storage.perSecond().median() / storage.floorPerSecond().median()),
        Goal.atMost("calls to storage, stored and scheduled", 5, storage.callsOfStored()),
        Goal.atMost("calls to storage, rejected", 3, storage.callsOfRejected()));
  }
}
