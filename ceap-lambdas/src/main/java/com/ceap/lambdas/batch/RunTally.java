package com.ceap.lambdas.batch;

import com.ceap.connectors.spi.Extract;
import com.ceap.lambdas.stage.StageReport;
import com.ceap.model.RejectedRecord;
import com.ceap.model.error.ErrorCode;
import com.ceap.model.program.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Adds up a run while it goes, and judges whether it may go on. Used by one thread. */
final class RunTally {
  private final Program program;
  private final RunRequest request;
  private final int threads;
  private final long started = System.nanoTime();
  private final List<StageReport> extraStages = new ArrayList<>();
  private final List<ChunkFailure> failures = new ArrayList<>();
  private final Map<String, Long> warehouseReasons = new TreeMap<>();
  private ChunkReport report = ChunkReport.EMPTY;
  private Optional<StageReport> selection = Optional.empty();
  private StageReport store = new StageReport("store", 0, 0, 0);
  private long warehouseRejects;
  private int chunks;

  RunTally(Program program, RunRequest request, int threads) {
    this.program = program;
    this.request = request;
    this.threads = threads;
  }

  void extracted(Extract extract) {
    chunks += extract.chunks().size();
    warehouseRejects += extract.rejected().size();
    for (RejectedRecord rejected : extract.rejected()) {
      warehouseReasons.merge(rejected.reasonCode(), 1L, Long::sum);
    }
  }

  void stage(StageReport stage) {
    extraStages.add(stage);
  }

  void decided(ChunkReport chunk) {
    report = report.plus(chunk);
  }

  void selected(StageReport stage) {
    selection = Optional.of(stage);
  }

  void stored(Object chunk, StageReport stage) {
    store = store.plus(stage);
  }

  void failure(ChunkFailure failure) {
    failures.add(failure);
  }

  long scored() {
    return report.scored();
  }

  /** What forbids the run to go on, or to end well. */
  Optional<String> problem() {
    if (failures.size() > program.toleratedFailureRatio() * chunks) {
      ChunkFailure first = failures.getFirst();
      return Optional.of(
          "%d of %d chunks failed, tolerated is a share of %s; the first: %s: %s"
              .formatted(
                  failures.size(),
                  chunks,
                  program.toleratedFailureRatio(),
                  first.code(),
                  first.message()));
    }
    return tooManyRejects();
  }

  private Optional<String> tooManyRejects() {
    long all = raw();
    double ratio = all == 0 ? 0 : (double) rejectedRecords() / all;
    if (ratio <= program.maxRejectRatio()) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "%s: %d of %d records (%.1f %%) could not be read, maxRejectRatio allows"
                + " %.1f %%; the reasons: %s",
            ErrorCode.TOO_MANY_REJECTS,
            rejectedRecords(),
            all,
            100 * ratio,
            100 * program.maxRejectRatio(),
            Counts.plus(report.recordReasons(), warehouseReasons)));
  }

  private long raw() {
    return report.raw() + warehouseRejects;
  }

  private long rejectedRecords() {
    return report.rejectedRecords() + warehouseRejects;
  }

  RunSummary failed(String problem) {
    return summary(RunState.FAILED, Optional.of(problem));
  }

  RunSummary end(RunState state) {
    return summary(state, Optional.empty());
  }

  private RunSummary summary(RunState state, Optional<String> problem) {
    return new RunSummary(
        program.programId(),
        program.version(),
        request.executionId(),
        request.businessDate(),
        state,
        problem,
        raw(),
        rejectedRecords(),
        Counts.plus(report.recordReasons(), warehouseReasons),
        report.duplicates(),
        report.notServed(),
        report.unique(),
        report.filters(),
        report.eligible(),
        report.unscored(),
        report.scored(),
        selection.map(StageReport::out).orElse(report.scored()),
        store.out(),
        report.distribution(),
        report.models(),
        stages(),
        chunks,
        failures,
        (System.nanoTime() - started) / 1e9);
  }

  /**
   * Time in a stage is divided by the threads that work in it, so that stages add up to the run.
   */
  private List<StageReport> stages() {
    List<StageReport> all = new ArrayList<>();
    extraStages.forEach(s -> all.add(new StageReport(s.stage(), raw(), raw(), s.nanos())));
    all.addAll(report.stages());
    selection.ifPresent(all::add);
    all.add(store);
    return all.stream()
        .map(s -> new StageReport(s.stage(), s.in(), s.out(), s.nanos() / threads))
        .toList();
  }
}
