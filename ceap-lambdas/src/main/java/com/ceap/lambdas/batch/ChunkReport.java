package com.ceap.lambdas.batch;

import com.ceap.filters.FilterOutcome;
import com.ceap.lambdas.stage.StageReport;
import java.util.List;
import java.util.Map;

/**
 * The funnel of one chunk, or of several added up.
 *
 * @param raw rows read; {@code raw = rejectedRecords + duplicates + notServed + unique}
 * @param rejectedRecords rows that could not be read as candidates
 * @param recordReasons those by reason code
 * @param notServed candidates of marketplaces that the program does not serve
 * @param filters by the chain's order
 * @param unscored eligible candidates that no model could score, by reason code
 */
public record ChunkReport(
    long raw,
    long rejectedRecords,
    Map<String, Long> recordReasons,
    long duplicates,
    long notServed,
    long unique,
    List<FilterOutcome> filters,
    long eligible,
    Map<String, Long> unscored,
    long scored,
    ScoreDistribution distribution,
    List<StageReport> stages) {
  public static final ChunkReport EMPTY =
      new ChunkReport(
          0, 0, Map.of(), 0, 0, 0, List.of(), 0, Map.of(), 0, ScoreDistribution.EMPTY, List.of());

  public ChunkReport {
    filters = List.copyOf(filters);
    stages = List.copyOf(stages);
  }

  ChunkReport plus(ChunkReport other) {
    return new ChunkReport(
        raw + other.raw,
        rejectedRecords + other.rejectedRecords,
        Counts.plus(recordReasons, other.recordReasons),
        duplicates + other.duplicates,
        notServed + other.notServed,
        unique + other.unique,
        plusFilters(other.filters),
        eligible + other.eligible,
        Counts.plus(unscored, other.unscored),
        scored + other.scored,
        distribution.plus(other.distribution),
        plusStages(other.stages));
  }

  private List<FilterOutcome> plusFilters(List<FilterOutcome> others) {
    if (filters.isEmpty() || others.isEmpty()) {
      return filters.isEmpty() ? others : filters;
    }
    return Merge.byName(filters, others, FilterOutcome::filterId, FilterOutcome::plus);
  }

  private List<StageReport> plusStages(List<StageReport> others) {
    return Merge.byName(stages, others, StageReport::stage, StageReport::plus);
  }
}
