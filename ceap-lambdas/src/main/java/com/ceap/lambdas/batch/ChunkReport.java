package com.ceap.lambdas.batch;

import com.ceap.filters.FilterOutcome;
import com.ceap.lambdas.stage.StageReport;
import com.ceap.scoring.ModelReport;
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
 * @param models what each model answered, or what stood in for it
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
    List<ModelReport> models,
    List<StageReport> stages) {
  public static final ChunkReport EMPTY =
      new ChunkReport(
          0,
          0,
          Map.of(),
          0,
          0,
          0,
          List.of(),
          0,
          Map.of(),
          0,
          ScoreDistribution.EMPTY,
          List.of(),
          List.of());

  public ChunkReport {
    filters = List.copyOf(filters);
    models = List.copyOf(models);
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
        Merge.byName(filters, other.filters, FilterOutcome::filterId, FilterOutcome::plus),
        eligible + other.eligible,
        Counts.plus(unscored, other.unscored),
        scored + other.scored,
        distribution.plus(other.distribution),
        Merge.byName(models, other.models, ModelReport::modelId, ModelReport::plus),
        Merge.byName(stages, other.stages, StageReport::stage, StageReport::plus));
  }
}
