package com.ceap.lambdas.batch;

import com.ceap.connectors.spi.Chunk;
import com.ceap.lambdas.batch.ChunkWorkers.Outcome;
import com.ceap.lambdas.batch.ExtractStep.Extracted;
import com.ceap.lambdas.batch.SelectStep.Selected;
import com.ceap.model.error.CeapException;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One run of a program's batch on one machine, by the steps and with the objects of a run on AWS:
 * nothing is stored before every chunk was decided, so that a run with too many unreadable records
 * or failed chunks stores nothing.
 */
public final class BatchRun {
  private static final int STORED_TOGETHER = 4;

  private final BatchSteps steps;
  private final ChunkDecision decision;
  private final InstantSource clock;
  private final int threads;
  private final Progress progress;

  /**
   * Prepares a run.
   *
   * @param threads how many chunks are worked on at a time
   */
  BatchRun(
      BatchSteps steps, HandOver handOver, InstantSource clock, int threads, Progress progress) {
    this.steps = steps;
    this.decision = new ChunkDecision(steps.chunk(), steps.ports(), handOver);
    this.clock = clock;
    this.threads = threads;
    this.progress = progress;
  }

  /** Runs to the end. A run that could not do its work ends FAILED, with the problem it met. */
  public RunSummary run(RunRequest request) {
    RunTicket ticket = RunTicket.of(steps.program(), request, clock.instant());
    return run(ticket, () -> steps.extract().anew(ticket));
  }

  /**
   * Works on the chunks of a run that failed, then stores what is not stored. What was decided
   * before stays as it is.
   */
  public RunSummary rerun(RunTicket ticket) {
    return run(ticket, () -> steps.extract().again(ticket));
  }

  private RunSummary run(RunTicket run, Supplier<Extracted> extract) {
    long started = System.nanoTime();
    RunTally tally =
        new RunTally(steps.program(), run, threads, () -> (System.nanoTime() - started) / 1e9);
    RunSummary summary =
        steps.program().enabled()
            ? attempt(tally, () -> decideAndStore(run, extract.get(), tally))
            : tally.end(RunState.DISABLED);
    return steps.complete().run(run, summary);
  }

  private static RunSummary attempt(RunTally tally, Supplier<RunSummary> work) {
    try {
      return work.get();
    } catch (CeapException e) {
      return tally.failed(e.code() + ": " + e.getMessage());
    }
  }

  private RunSummary decideAndStore(RunTicket run, Extracted extracted, RunTally tally) {
    tally.extracted(extracted.report());
    List<Chunk> decided = decide(run, extracted, tally);
    Optional<String> problem = tally.problem();
    if (problem.isPresent()) {
      return tally.failed(problem.get());
    }
    Selected selected = steps.select().run(run, decided);
    steps.records().selection(run.keys()).ifPresent(tally::selected);
    if (run.dryRun()) {
      return tally.end(RunState.DRY_RUN);
    }
    storeAll(run, decided, selected, tally);
    return tally.problem().map(tally::failed).orElseGet(() -> tally.end(RunState.COMPLETE));
  }

  /** Decides what is pending; what was decided before counts as it did then. */
  private List<Chunk> decide(RunTicket run, Extracted extracted, RunTally tally) {
    Set<Chunk> decided = new HashSet<>(extracted.report().chunks());
    extracted.pending().forEach(decided::remove);
    decided.forEach(chunk -> tally.decided(steps.records().report(run.keys(), chunk)));
    each(
        "decide",
        extracted.pending(),
        chunk -> decision.decide(run, chunk),
        (chunk, report) -> {
          decided.add(chunk);
          tally.decided(report);
        },
        failure -> tally.failure(failure.of(failure.chunk())));
    return extracted.report().chunks().stream().filter(decided::contains).toList();
  }

  private void storeAll(RunTicket run, List<Chunk> decided, Selected selected, RunTally tally) {
    Set<Chunk> stored = new HashSet<>(decided);
    selected.pending().forEach(stored::remove);
    stored.forEach(chunk -> tally.stored(steps.records().stored(run.keys(), chunk)));
    Map<Chunk, List<Chunk>> groups = groups(selected.pending());
    each(
        StoreStep.STORE,
        List.copyOf(groups.keySet()),
        lead -> steps.store().run(run, groups.get(lead), selected.selection()),
        (lead, report) -> tally.stored(report),
        failure -> groups.get(failure.chunk()).forEach(chunk -> tally.failure(failure.of(chunk))));
  }

  /** Neighbours by the first of them. */
  private static Map<Chunk, List<Chunk>> groups(List<Chunk> chunks) {
    Map<Chunk, List<Chunk>> groups = new LinkedHashMap<>();
    for (int i = 0; i < chunks.size(); i += STORED_TOGETHER) {
      List<Chunk> group = chunks.subList(i, Math.min(chunks.size(), i + STORED_TOGETHER));
      groups.put(group.getFirst(), group);
    }
    return groups;
  }

  private <T> void each(
      String stage,
      List<Chunk> chunks,
      Function<Chunk, T> work,
      BiConsumer<Chunk, T> done,
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
}
