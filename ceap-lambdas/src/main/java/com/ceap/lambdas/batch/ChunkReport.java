package com.ceap.lambdas.batch;

import com.ceap.filters.ChainResult;
import com.ceap.filters.FilterOutcome;
import com.ceap.lambdas.etl.EtlResult;
import com.ceap.lambdas.stage.StageReport;
import com.ceap.model.RejectedRecord;
import com.ceap.scoring.ModelReport;
import com.ceap.scoring.ScoringResult;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The funnel of one chunk, or of several added up; of one step it is that step's share alone.
 *
 * @param raw rows read; {@code raw = rejectedRecords + duplicates + notServed + unique}
 * @param rejectedRecords rows that could not be read as candidates
 * @param recordReasons those by reason code
 * @param notServed candidates of marketplaces that the program does not serve
 * @param filters by the chain's order
 * @param unscored eligible candidates that no model could score, by reason code
 * @param models what each model answered, or what stood in for it
 * @param newest the latest timestamp of a record, where records have one
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
    List<StageReport> stages,
    Optional<Instant> newest) {
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
          List.of(),
          Optional.empty());

  public ChunkReport {
    recordReasons = Map.copyOf(recordReasons);
    unscored = Map.copyOf(unscored);
    filters = List.copyOf(filters);
    models = List.copyOf(models);
    stages = List.copyOf(stages);
  }

  /** What ETL has to report. */
  static ChunkReport of(EtlResult etl, StageReport stage) {
    return new ChunkReport(
        etl.raw(),
        etl.rejected().size(),
        Counts.by(etl.rejected(), RejectedRecord::reasonCode),
        etl.duplicates(),
        etl.notServed().size(),
        etl.candidates().size(),
        List.of(),
        0,
        Map.of(),
        0,
        ScoreDistribution.EMPTY,
        List.of(),
        List.of(stage),
        etl.newest());
  }

  /** What Filter has to report. */
  static ChunkReport of(ChainResult chain, StageReport stage) {
    return new ChunkReport(
        0,
        0,
        Map.of(),
        0,
        0,
        0,
        chain.outcomes(),
        chain.passed().size(),
        Map.of(),
        0,
        ScoreDistribution.EMPTY,
        List.of(),
        List.of(stage),
        Optional.empty());
  }

  /** What Score has to report. */
  static ChunkReport of(ScoringResult scoring, StageReport stage) {
    return new ChunkReport(
        0,
        0,
        Map.of(),
        0,
        0,
        0,
        List.of(),
        0,
        Counts.by(scoring.rejected(), rejected -> rejected.rejection().reasonCode()),
        scoring.scored().size(),
        ScoreDistribution.of(scoring.scored()),
        scoring.models(),
        List.of(stage),
        Optional.empty());
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
        Merge.byName(stages, other.stages, StageReport::stage, StageReport::plus),
        Stream.of(newest, other.newest).flatMap(Optional::stream).max(Instant::compareTo));
  }
}
