package com.ceap.lambdas.batch;

import com.ceap.filters.FilterOutcome;
import com.ceap.lambdas.stage.StageReport;
import com.ceap.runtime.metrics.Measurement;
import com.ceap.runtime.metrics.Metric;
import com.ceap.scoring.ModelReport;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** What a run measured, written once at its end: a chunk that was worked on twice counts once. */
public final class RunMeasured {
  private final String program;
  private final List<Measurement> all = new ArrayList<>();

  private RunMeasured(String program) {
    this.program = program;
  }

  public static List<Measurement> of(RunSummary run) {
    RunMeasured measured = new RunMeasured(run.programId());
    switch (run.state()) {
      case COMPLETE -> measured.all.add(Metric.RUNS_COMPLETE.of(1, run.programId()));
      case FAILED -> measured.all.add(Metric.RUNS_FAILED.of(1, run.programId()));
      case DRY_RUN, DISABLED -> {
        return List.of();
      }
    }
    measured.funnel(run);
    return List.copyOf(measured.all);
  }

  private void funnel(RunSummary run) {
    run.stages().forEach(stage -> add(stage, Math.max(1, run.chunks())));
    run.recordReasons()
        .forEach((reason, count) -> all.add(Metric.RECORDS_REJECTED.of(count, program, reason)));
    all.add(Metric.DUPLICATES.of((double) run.duplicates(), program, ChunkSteps.ETL));
    run.newestRecord().ifPresent(newest -> add(newest, run.businessDate()));
    run.filters().forEach(this::add);
    run.models().forEach(this::add);
  }

  /** Times are those of a chunk in the mean. */
  private void add(StageReport stage, int chunks) {
    all.add(Metric.STAGE_IN.of((double) stage.in(), program, stage.stage()));
    all.add(Metric.STAGE_OUT.of((double) stage.out(), program, stage.stage()));
    all.add(Metric.STAGE_TIME.of(stage.nanos() / 1e6 / chunks, program, stage.stage()));
  }

  /** A day that is run again later has a source that is as fresh as it was then. */
  private void add(Instant newest, LocalDate businessDate) {
    Instant over = businessDate.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    long age = Math.max(0, Duration.between(newest, over).toMillis());
    all.add(Metric.SOURCE_AGE.of((double) age, program));
  }

  private void add(FilterOutcome filter) {
    filter
        .reasons()
        .forEach(
            (reason, count) ->
                all.add(Metric.REJECTED.of(count, program, filter.filterId(), reason)));
  }

  private void add(ModelReport model) {
    all.add(Metric.SCORES.of(model.fromModel(), program, "model"));
    all.add(Metric.SCORES.of(model.fromCache(), program, "cache"));
    all.add(Metric.SCORES.of(model.fromFallback(), program, "fallback"));
  }
}
