package com.ceap.local.bench;

import static com.ceap.local.bench.BenchKind.BARE_STORE;
import static com.ceap.local.bench.BenchKind.FUSED;
import static com.ceap.local.bench.BenchKind.LOOP;
import static com.ceap.local.bench.BenchKind.ONE_CHUNK;
import static com.ceap.local.bench.BenchKind.SQL;
import static com.ceap.local.bench.BenchKind.STAGED;
import static com.ceap.local.bench.BenchKind.STORE;
import static com.ceap.local.bench.BenchKind.WHOLE;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was measured of each kind, and what follows from it. */
public final class BatchFigures {
  private final Map<BenchKind, List<Measured>> measured;

  BatchFigures(Map<BenchKind, List<Measured>> measured) {
    this.measured = new EnumMap<>(BenchKind.class);
    measured.forEach((kind, runs) -> this.measured.put(kind, List.copyOf(runs)));
  }

  List<Measured> runs(BenchKind kind) {
    return measured.getOrDefault(kind, List.of());
  }

  Spread spread(BenchKind kind, ToDoubleFunction<Measured> figure) {
    return Spread.of(runs(kind).stream().mapToDouble(figure));
  }

  private double median(BenchKind kind, ToDoubleFunction<Measured> figure) {
    return spread(kind, figure).median();
  }

  private double wall(BenchKind kind) {
    return median(kind, Measured::wallSeconds);
  }

  /** Whether every engine has counted the same, for each filter and reason. */
  public boolean countsAgree() {
    return funnels().size() == 1;
  }

  Set<JsonNode> funnels() {
    return measured.values().stream()
        .flatMap(List::stream)
        .map(Measured::funnel)
        .filter(funnel -> !funnel.isMissingNode())
        .collect(Collectors.toSet());
  }

  List<Goal> goals() {
    List<Goal> goals = new ArrayList<>();
    goals.add(Goal.atLeast("fused, of the loop's speed", 0.7, wall(LOOP) / wall(FUSED)));
    goals.add(Goal.atLeast("staged, of the loop's speed", 0.4, wall(LOOP) / wall(STAGED)));
    goals.add(Goal.atMost("fused, times the SQL's wall time", 6, wall(FUSED) / wall(SQL)));
    goals.add(
        Goal.atMost(
            "CPU of many chunks, times that of one",
            2,
            median(FUSED, Measured::cpuSeconds) / median(ONE_CHUNK, Measured::cpuSeconds)));
    goals.add(
        Goal.atLeast(
            "Store, of the bare JDBC rate",
            0.85,
            median(STORE, Measured::itemsPerSecond)
                / median(BARE_STORE, Measured::itemsPerSecond)));
    goals.add(
        Goal.atLeast(
            "whole run, raw records a second", 100_000, median(WHOLE, Measured::itemsPerSecond)));
    double peak =
        Stream.of(FUSED, STAGED, WHOLE)
            .mapToDouble(kind -> spread(kind, Measured::peakMegabytes).greatest())
            .max()
            .orElse(0);
    if (peak > 0) {
      goals.add(Goal.atMost("peak memory of any run, MB", 1_200, peak));
    }
    return goals;
  }
}
