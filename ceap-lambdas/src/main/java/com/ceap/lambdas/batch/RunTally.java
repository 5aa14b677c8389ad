package com.ceap.lambdas.batch;

import com.ceap.lambdas.stage.StageReport;
import com.ceap.model.error.ErrorCode;
import com.ceap.model.program.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/** Adds up a run while it goes, and judges whether it may go on. Used by one thread. */
final class RunTally {
  private static final ExtractReport NOTHING = new ExtractReport(List.of(), 0, Map.of(), 0);

  private final Program program;
  private final RunTicket run;
  private final int threads;
  private final DoubleSupplier seconds;
  private final List<ChunkFailure> failures = new ArrayList<>();
  private ExtractReport extract = NOTHING;
  private ChunkReport report = ChunkReport.EMPTY;
  private Optional<StageReport> selection = Optional.empty();
  private StageReport store = new StageReport(StoreStep.STORE, 0, 0, 0);

  /**
   * Begins with nothing.
   *
   * @param threads how many work on chunks at a time
   * @param seconds since the run began
   */
  RunTally(Program program, RunTicket run, int threads, DoubleSupplier seconds) {
    this.program = program;
    this.run = run;
    this.threads = threads;
    this.seconds = seconds;
  }

  void extracted(ExtractReport all) {
    extract = all;
  }

  void decided(ChunkReport chunk) {
    report = report.plus(chunk);
  }

  void selected(StageReport stage) {
    selection = program.selection().map(how -> stage);
  }

  void stored(StageReport stage) {
    store = store.plus(stage);
  }

  void failure(ChunkFailure failure) {
    failures.add(failure);
  }

  /** What forbids the run to go on, or to end well. */
  Optional<String> problem() {
    int chunks = extract.chunks().size();
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
            reasons()));
  }

  private long raw() {
    return report.raw() + extract.rejected();
  }

  private long rejectedRecords() {
    return report.rejectedRecords() + extract.rejected();
  }

  private Map<String, Long> reasons() {
    return Counts.plus(report.recordReasons(), extract.reasons());
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
        run.executionId(),
        run.businessDate(),
        state,
        problem,
        raw(),
        rejectedRecords(),
        reasons(),
        report.duplicates(),
        report.notServed(),
        report.newest(),
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
        extract.chunks().size(),
        failures,
        seconds.getAsDouble());
  }

  /**
   * Time in a stage is divided by the threads that work in it, so that stages add up to the run;
   * Extract and Select have one.
   */
  private List<StageReport> stages() {
    List<StageReport> all = new ArrayList<>();
    if (!extract.equals(NOTHING)) {
      all.add(new StageReport("extract", raw(), raw(), extract.nanos()));
    }
    report.stages().forEach(stage -> all.add(shared(stage)));
    selection.ifPresent(
        s -> all.add(new StageReport(s.stage(), report.scored(), s.out(), s.nanos())));
    all.add(shared(store));
    return all;
  }

  private StageReport shared(StageReport stage) {
    return new StageReport(stage.stage(), stage.in(), stage.out(), stage.nanos() / threads);
  }
}
