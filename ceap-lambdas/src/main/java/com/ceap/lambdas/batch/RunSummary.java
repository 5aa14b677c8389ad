package com.ceap.lambdas.batch;

import com.ceap.filters.FilterOutcome;
import com.ceap.lambdas.stage.StageReport;
import com.ceap.scoring.ModelReport;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run did, as written next to it and printed with {@code --json}.
 *
 * @param problem why the run ended FAILED
 * @param newestRecord the latest timestamp of a record, where records have one
 * @param selected scored candidates that Select kept; all of them where a program has no selection
 * @param stored candidates written; 0 in a dry run
 * @param seconds wall time from extract to the last write
 */
public record RunSummary(
    String programId,
    String programVersion,
    String executionId,
    LocalDate businessDate,
    RunState state,
    Optional<String> problem,
    long raw,
    long rejectedRecords,
    Map<String, Long> recordReasons,
    long duplicates,
    long notServed,
    Optional<Instant> newestRecord,
    long unique,
    List<FilterOutcome> filters,
    long eligible,
    Map<String, Long> unscored,
    long scored,
    long selected,
    long stored,
    ScoreDistribution scoreDistribution,
    List<ModelReport> models,
    List<StageReport> stages,
    int chunks,
    List<ChunkFailure> failures,
    double seconds) {
  public RunSummary {
    filters = List.copyOf(filters);
    models = List.copyOf(models);
    stages = List.copyOf(stages);
    failures = List.copyOf(failures);
  }

  /** Raw records a second, over the whole run. */
  public double recordsPerSecond() {
    return seconds > 0 ? raw / seconds : 0;
  }
}
