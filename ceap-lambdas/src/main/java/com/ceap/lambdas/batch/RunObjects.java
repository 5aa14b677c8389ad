package com.ceap.lambdas.batch;

import com.ceap.connectors.spi.Chunk;
import com.ceap.lambdas.handover.CandidateObjects;
import com.ceap.lambdas.select.Selector;
import com.ceap.lambdas.stage.RunKeys;
import com.ceap.lambdas.trace.RejectsObjects;
import com.ceap.lambdas.trace.TraceLine;
import com.ceap.lambdas.trace.TraceObjects;
import com.ceap.model.RejectedRecord;
import com.ceap.model.ScoredCandidate;
import com.ceap.model.program.Program;
import com.ceap.runtime.objects.ObjectStore;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What a run writes and reads back: scored candidates, trace, rejects, summary. Thread-safe. */
public final class RunObjects {
  static final String SCORED = "score";
  static final String TRACE = "trace";
  static final String REJECTS = "rejects";
  private static final int BATCH = 10_000;

  private final ObjectStore objects;
  private final CandidateObjects candidates;
  private final TraceObjects traces;
  private final RejectsObjects rejects;

  public RunObjects(ObjectStore objects) {
    this.objects = objects;
    this.candidates = new CandidateObjects(objects);
    this.traces = new TraceObjects(objects);
    this.rejects = new RejectsObjects(objects);
  }

  void rejects(String key, List<RejectedRecord> rejected) {
    rejects.write(key, rejected);
  }

  /** Keeps what was decided about a chunk, and hands back the report alone. */
  ChunkReport decided(RunKeys keys, Chunk chunk, ChunkDecision.Decided decided) {
    candidates.writeScored(keys.stage(SCORED, chunk), decided.scored());
    traces.write(keys.stage(TRACE, chunk), decided.rejected());
    rejects.write(keys.stage(REJECTS, chunk), decided.rejectedRecords());
    return decided.report();
  }

  /** Finds what is kept: everything where the program selects nothing. */
  RunSelection select(Program program, RunKeys keys, List<Chunk> chunks) {
    return program
        .selection()
        .map(selection -> kept(new Selector(selection), keys, chunks))
        .orElseGet(() -> new RunSelection(candidate -> true, 0));
  }

  private RunSelection kept(Selector selector, RunKeys keys, List<Chunk> chunks) {
    for (Chunk chunk : chunks) {
      candidates.forEachScored(keys.stage(SCORED, chunk), selector::offer);
    }
    return new RunSelection(selector::keeps, selector.kept());
  }

  /** Hands the kept candidates of some chunks on in batches; answers how many they were. */
  long forEachBatch(
      RunKeys keys,
      List<Chunk> chunks,
      RunSelection selection,
      Consumer<List<ScoredCandidate>> action) {
    Batches batches = new Batches(action);
    for (Chunk chunk : chunks) {
      candidates.forEachScored(
          keys.stage(SCORED, chunk),
          candidate -> {
            if (selection.keeps().test(candidate)) {
              batches.add(candidate);
            }
          });
    }
    return batches.end();
  }

  /** Collects candidates into batches. */
  private static final class Batches {
    private final Consumer<List<ScoredCandidate>> action;
    private final List<ScoredCandidate> batch = new ArrayList<>(BATCH);
    private long count;

    Batches(Consumer<List<ScoredCandidate>> action) {
      this.action = action;
    }

    void add(ScoredCandidate candidate) {
      batch.add(candidate);
      count++;
      if (batch.size() == BATCH) {
        hand();
      }
    }

    private void hand() {
      action.accept(List.copyOf(batch));
      batch.clear();
    }

    long end() {
      if (!batch.isEmpty()) {
        hand();
      }
      return count;
    }
  }

  /** The recorded rejections of a customer. */
  public List<TraceLine> rejections(RunKeys keys, String customerId) {
    return objects.list(keys.stagePrefix(TRACE)).parallelStream()
        .flatMap(key -> traces.find(key, customerId).stream())
        .toList();
  }

  /** What was scored of a customer. */
  public List<ScoredCandidate> scored(RunKeys keys, String customerId) {
    return objects.list(keys.stagePrefix(SCORED)).parallelStream()
        .flatMap(key -> candidates.ofCustomer(key, customerId).stream())
        .toList();
  }

  void summary(RunKeys keys, RunSummary summary) {
    objects.put(
        keys.summary(),
        out -> out.write(SummaryJson.text(summary).getBytes(StandardCharsets.UTF_8)));
  }
}
