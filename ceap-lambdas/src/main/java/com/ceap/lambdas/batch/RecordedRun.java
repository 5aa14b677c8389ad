package com.ceap.lambdas.batch;

import com.ceap.connectors.spi.Chunk;
import com.ceap.lambdas.stage.RunKeys;
import com.ceap.lambdas.stage.StageReport;
import com.ceap.model.error.ErrorCode;
import com.ceap.model.program.Program;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A run as its records tell of it, for steps that work in different processes. A chunk without a
 * report has failed, whatever became of its function. Thread-safe.
 */
public final class RecordedRun {
  private final Program program;
  private final RunRecords records;
  private final InstantSource clock;

  public RecordedRun(Program program, RunRecords records, InstantSource clock) {
    this.program = program;
    this.records = records;
    this.clock = clock;
  }

  /**
   * How far a run has come.
   *
   * @param chunks how many it has
   * @param problem what forbids it to go on
   */
  public record Standing(int chunks, List<Chunk> decided, Optional<String> problem) {}

  /** The run once its chunks were decided. */
  public Standing decided(RunTicket run) {
    List<Chunk> chunks = chunks(run);
    List<Chunk> decided = records.decidedOf(run.keys(), chunks);
    RunTally tally = decided(run, decided);
    missing(run.keys(), "decide", chunks, decided).forEach(tally::failure);
    return new Standing(chunks.size(), decided, tally.problem());
  }

  /** The run at its end: COMPLETE, unless what is missing is more than the program tolerates. */
  public RunSummary summary(RunTicket run) {
    if (!program.enabled()) {
      return tally(run).end(RunState.DISABLED);
    }
    RunTally tally = whole(run);
    return tally
        .problem()
        .map(tally::failed)
        .orElseGet(() -> tally.end(run.dryRun() ? RunState.DRY_RUN : RunState.COMPLETE));
  }

  /** The run after too many of its chunks failed. */
  public RunSummary tooManyFailed(RunTicket run) {
    RunTally tally = whole(run);
    return tally.failed(tally.problem().orElse("more chunks failed than the program tolerates"));
  }

  /** The run after an error that has nothing to do with a single chunk. */
  public RunSummary failed(RunTicket run, String problem) {
    List<Chunk> decided = records.decidedOf(run.keys(), chunks(run));
    RunTally tally = decided(run, decided);
    records.storedOf(run.keys(), decided).stream()
        .map(chunk -> records.stored(run.keys(), chunk))
        .forEach(tally::stored);
    return tally.failed(problem);
  }

  private RunTally tally(RunTicket run) {
    return new RunTally(
        program, run, 1, () -> Duration.between(run.startedAt(), clock.instant()).toMillis() / 1e3);
  }

  private RunTally whole(RunTicket run) {
    RunKeys keys = run.keys();
    List<Chunk> chunks = chunks(run);
    List<Chunk> decided = records.decidedOf(keys, chunks);
    RunTally tally = decided(run, decided);
    missing(keys, "decide", chunks, decided).forEach(tally::failure);
    Optional<StageReport> selection = records.selection(keys);
    selection.ifPresent(tally::selected);
    if (selection.isPresent() && !run.dryRun()) {
      List<Chunk> stored = records.storedOf(keys, decided);
      stored.parallelStream()
          .map(chunk -> records.stored(keys, chunk))
          .toList()
          .forEach(tally::stored);
      missing(keys, StoreStep.STORE, decided, stored).forEach(tally::failure);
    }
    return tally;
  }

  private RunTally decided(RunTicket run, List<Chunk> decided) {
    RunTally tally = tally(run);
    records.extract(run.keys()).ifPresent(tally::extracted);
    decided.parallelStream()
        .map(chunk -> records.report(run.keys(), chunk))
        .toList()
        .forEach(tally::decided);
    return tally;
  }

  private List<Chunk> chunks(RunTicket run) {
    return records.extract(run.keys()).map(ExtractReport::chunks).orElse(List.of());
  }

  private List<ChunkFailure> missing(
      RunKeys keys, String stage, List<Chunk> all, List<Chunk> done) {
    List<Chunk> missing = new ArrayList<>(all);
    missing.removeAll(done);
    return missing.stream()
        .map(chunk -> records.failure(keys, chunk).orElseGet(() -> unknown(stage, chunk)))
        .toList();
  }

  private static ChunkFailure unknown(String stage, Chunk chunk) {
    return new ChunkFailure(
        chunk.connectorId(),
        chunk.index(),
        stage,
        ErrorCode.RUN_FAILED.name(),
        "its function ended without an answer, for want of time or memory; its log says more");
  }
}
