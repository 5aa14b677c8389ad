package com.ceap.lambdas.batch;

import com.ceap.connectors.spi.Chunk;
import com.ceap.connectors.spi.DataConnector;
import com.ceap.connectors.spi.Extract;
import com.ceap.connectors.spi.ExtractRequest;
import com.ceap.lambdas.batch.ChunkWorkers.Outcome;
import com.ceap.lambdas.stage.RunKeys;
import com.ceap.lambdas.stage.StageReport;
import com.ceap.lambdas.store.StoreStage;
import com.ceap.model.error.CeapException;
import com.ceap.model.program.Program;
import com.ceap.storage.Run;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One run of a program's batch on one machine, with the states and the objects of the run on AWS:
 * nothing is stored before every chunk was decided, so that a run with too many unreadable records
 * or failed chunks stores nothing.
 */
public final class BatchRun {
  private static final int STORED_TOGETHER = 4;

  private final Program program;
  private final Map<String, DataConnector> connectors;
  private final ChunkDecision decision;
  private final StoreStage store;
  private final RunObjects objects;
  private final InstantSource clock;
  private final int threads;
  private final Progress progress;

  /**
   * Prepares a run.
   *
   * @param connectors by connector id, in the program's order
   * @param threads how many chunks are worked on at a time
   */
  public BatchRun(
      Program program,
      Map<String, DataConnector> connectors,
      ChunkDecision decision,
      StoreStage store,
      RunObjects objects,
      InstantSource clock,
      int threads,
      Progress progress) {
    this.program = program;
    this.connectors = connectors;
    this.decision = decision;
    this.store = store;
    this.objects = objects;
    this.clock = clock;
    this.threads = threads;
    this.progress = progress;
  }

  /** Runs to the end. A run that could not do its work ends FAILED, with the problem it met. */
  public RunSummary run(RunRequest request) {
    RunKeys keys = new RunKeys(program.programId(), request.executionId());
    RunTally tally = new RunTally(program, request, threads);
    if (!program.enabled()) {
      return finish(keys, tally.end(RunState.DISABLED));
    }
    // Milliseconds are the store's own grain; finer ones would cost it a longer number each.
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return request.dryRun()
        ? finish(keys, attempt(tally, () -> dryRun(keys, request, now, tally)))
        : storingRun(keys, request, now, tally);
  }

  private RunSummary storingRun(RunKeys keys, RunRequest request, Instant now, RunTally tally) {
    Run run;
    try {
      run = store.begin(keys, request.businessDate(), now);
    } catch (CeapException e) {
      return finish(keys, tally.failed(e.code() + ": " + e.getMessage()));
    }
    RunSummary summary = attempt(tally, () -> decideAndStore(run, keys, request, tally));
    store.end(run, summary.state() == RunState.COMPLETE, SummaryJson.text(summary));
    return finish(keys, summary);
  }

  private static RunSummary attempt(RunTally tally, Supplier<RunSummary> work) {
    try {
      return work.get();
    } catch (CeapException e) {
      return tally.failed(e.code() + ": " + e.getMessage());
    }
  }

  private RunSummary dryRun(RunKeys keys, RunRequest request, Instant now, RunTally tally) {
    List<Chunk> decided = decide(keys, extract(keys, request, tally), now, tally);
    Optional<String> problem = tally.problem();
    if (problem.isEmpty()) {
      select(keys, decided, tally);
    }
    return problem.map(tally::failed).orElseGet(() -> tally.end(RunState.DRY_RUN));
  }

  private RunSummary decideAndStore(Run run, RunKeys keys, RunRequest request, RunTally tally) {
    List<Chunk> decided = decide(keys, extract(keys, request, tally), run.startedAt(), tally);
    Optional<String> problem = tally.problem();
    if (problem.isPresent()) {
      return tally.failed(problem.get());
    }
    RunSelection selection = select(keys, decided, tally);
    storeAll(run, keys, decided, selection, tally);
    return tally.problem().map(tally::failed).orElseGet(() -> tally.end(RunState.COMPLETE));
  }

  private List<Chunk> extract(RunKeys keys, RunRequest request, RunTally tally) {
    long started = System.nanoTime();
    List<Chunk> chunks = new ArrayList<>();
    connectors.forEach(
        (id, connector) -> {
          Extract extract =
              connector.extract(
                  new ExtractRequest(
                      program.programId(), keys.executionId(), request.businessDate(), 1));
          objects.rejects(keys.warehouseRejects(id), extract.rejected());
          tally.extracted(extract);
          chunks.addAll(extract.chunks());
        });
    tally.stage(new StageReport("extract", 0, 0, (System.nanoTime() - started) * threads));
    return chunks;
  }

  private List<Chunk> decide(RunKeys keys, List<Chunk> chunks, Instant now, RunTally tally) {
    List<Chunk> decided = new ArrayList<>();
    each(
        "decide",
        chunks,
        chunk -> {
          ChunkDecision.Decided result =
              decision.decide(connectors.get(chunk.connectorId()), chunk, keys, now);
          return objects.decided(keys, chunk, result);
        },
        (chunk, report) -> {
          decided.add(chunk);
          tally.decided(report);
        },
        failure -> tally.failure(failure.of(failure.chunk())));
    return decided;
  }

  private RunSelection select(RunKeys keys, List<Chunk> decided, RunTally tally) {
    long started = System.nanoTime();
    RunSelection selection = objects.select(program, keys, decided);
    program
        .selection()
        .ifPresent(
            s -> {
              long nanos = (System.nanoTime() - started) * threads;
              tally.selected(new StageReport("select", tally.scored(), selection.kept(), nanos));
            });
    return selection;
  }

  /** Neighbours are stored together, since a store writes a few large batches soonest. */
  private void storeAll(
      Run run, RunKeys keys, List<Chunk> decided, RunSelection selection, RunTally tally) {
    Map<Chunk, List<Chunk>> groups = new LinkedHashMap<>();
    for (int i = 0; i < decided.size(); i += STORED_TOGETHER) {
      List<Chunk> group = decided.subList(i, Math.min(decided.size(), i + STORED_TOGETHER));
      groups.put(group.getFirst(), group);
    }
    each(
        "store",
        List.copyOf(groups.keySet()),
        lead -> store(run, keys, groups.get(lead), selection),
        tally::stored,
        failure -> groups.get(failure.chunk()).forEach(chunk -> tally.failure(failure.of(chunk))));
  }

  private StageReport store(Run run, RunKeys keys, List<Chunk> chunks, RunSelection selection) {
    long started = System.nanoTime();
    store.beforeChunk(run);
    long in = objects.forEachBatch(keys, chunks, selection, batch -> store.store(run, batch));
    return new StageReport("store", in, in, System.nanoTime() - started);
  }

  private <T> void each(
      String stage,
      List<Chunk> chunks,
      Function<Chunk, T> work,
      ChunkConsumer<T> done,
      Consumer<Outcome.Failed<T>> failed) {
    AtomicInteger count = new AtomicInteger();
    progress.chunkDone(stage, 0, chunks.size());
    List<Outcome<T>> outcomes =
        new ChunkWorkers(threads)
            .each(
                stage,
                chunks,
                chunk -> {
                  T result = work.apply(chunk);
                  progress.chunkDone(stage, count.incrementAndGet(), chunks.size());
                  return result;
                });
    for (Outcome<T> outcome : outcomes) {
      switch (outcome) {
        case Outcome.Done<T>(Chunk chunk, T result) -> done.accept(chunk, result);
        case Outcome.Failed<T> failure -> failed.accept(failure);
      }
    }
  }

  private interface ChunkConsumer<T> {
    void accept(Chunk chunk, T result);
  }

  private RunSummary finish(RunKeys keys, RunSummary summary) {
    objects.summary(keys, summary);
    return summary;
  }
}
