package com.ceap.lambdas.batch;

import com.ceap.connectors.spi.Chunk;
import com.ceap.lambdas.handover.CandidateObjects;
import com.ceap.lambdas.stage.RunKeys;
import com.ceap.lambdas.trace.RejectsObjects;
import com.ceap.lambdas.trace.TraceLine;
import com.ceap.lambdas.trace.TraceObjects;
import com.ceap.model.RejectedCandidate;
import com.ceap.model.RejectedRecord;
import com.ceap.model.ScoredCandidate;
import com.ceap.runtime.objects.ObjectStore;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What a run writes and reads back: scored candidates, trace, rejects, summary. Thread-safe. */
public final class RunObjects {
  private static final String SCORED = ChunkSteps.SCORE;
  private static final String TRACE = "trace";
  private static final String REJECTS = "rejects";
  private static final int BATCH = 10_000;

  private final ObjectStore objects;
  private final CandidateObjects candidates;
  private final TraceObjects traces;
  private final RejectsObjects rejects;
  private final RunRecords records;

  public RunObjects(ObjectStore objects) {
    this.objects = objects;
    this.candidates = new CandidateObjects(objects);
    this.traces = new TraceObjects(objects);
    this.rejects = new RejectsObjects(objects);
    this.records = new RunRecords(objects);
  }

  /** What the run writes down about itself. */
  public RunRecords records() {
    return records;
  }

  void rejects(String key, List<RejectedRecord> rejected) {
    rejects.write(key, rejected);
  }

  void rejects(RunKeys keys, Chunk chunk, List<RejectedRecord> rejected) {
    rejects.write(keys.stage(REJECTS, chunk), rejected);
  }

  /** Keeps whom a stage turned away. */
  void trace(RunKeys keys, String stage, Chunk chunk, List<RejectedCandidate> rejected) {
    traces.write(keys.trace(stage, chunk), rejected);
  }

  void scored(RunKeys keys, Chunk chunk, List<ScoredCandidate> scored) {
    candidates.writeScored(keys.stage(SCORED, chunk), scored);
  }

  void forEachScored(RunKeys keys, List<Chunk> chunks, Consumer<ScoredCandidate> action) {
    chunks.forEach(chunk -> candidates.forEachScored(keys.stage(SCORED, chunk), action));
  }

  /** Hands the kept candidates of some chunks on in batches; answers how many of each chunk. */
  List<Long> forEachBatch(
      RunKeys keys,
      List<Chunk> chunks,
      RunSelection selection,
      Consumer<List<ScoredCandidate>> action) {
    Batches batches = new Batches(action);
    List<Long> counts = new ArrayList<>();
    for (Chunk chunk : chunks) {
      long before = batches.count;
      candidates.forEachScored(
          keys.stage(SCORED, chunk),
          candidate -> {
            if (selection.keeps().test(candidate)) {
              batches.add(candidate);
            }
          });
      counts.add(batches.count - before);
    }
    batches.end();
    return counts;
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

    void end() {
      if (!batch.isEmpty()) {
        hand();
      }
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
