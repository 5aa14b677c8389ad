package com.ceap.local.bench;

import com.ceap.lambdas.handover.CandidateObjects;
import com.ceap.lambdas.objects.FolderObjectStore;
import com.ceap.model.ScoredCandidate;
import com.ceap.storage.RunStamp;
import com.ceap.storage.Stores;
import com.ceap.storage.embedded.SqliteTables;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Stores the candidates of the fused run into a new file as the Store stage does: ten thousand at a
 * time, a chunk for each thread. The first pass warms up; the second is measured.
 */
record StoreChild(BenchFolder folder, int threads) {
  /** As many as the Store stage brings at once. */
  static final int BATCH = 10_000;

  ChildResult run() throws IOException, InterruptedException, ExecutionException {
    List<List<ScoredCandidate>> chunks = chunks();
    store(folder.warmUp(), chunks);
    double seconds = store(folder.stored(), chunks);
    long items = chunks.stream().mapToLong(List::size).sum();
    return new ChildResult(items, seconds, Optional.empty());
  }

  private List<List<ScoredCandidate>> chunks() {
    FolderObjectStore objects = new FolderObjectStore(folder.data().root());
    CandidateObjects candidates = new CandidateObjects(objects);
    List<List<ScoredCandidate>> chunks = new ArrayList<>();
    for (String key : objects.list(BenchFolder.scored())) {
      List<ScoredCandidate> chunk = new ArrayList<>();
      candidates.forEachScored(key, chunk::add);
      chunks.add(chunk);
    }
    if (chunks.isEmpty()) {
      throw new IllegalStateException(
          "%s has no candidates of the fused run; measure that first".formatted(folder.root()));
    }
    return chunks;
  }

  private double store(Path file, List<List<ScoredCandidate>> chunks)
      throws IOException, InterruptedException, ExecutionException {
    SqliteFiles.delete(file);
    RunStamp run = new RunStamp("bench", BenchFolder.DATE, BenchFolder.NOW, Duration.ofDays(7));
    try (SqliteTables tables = SqliteTables.open(file, BenchFolder.clock(BenchKind.STORE));
        ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      Stores stores = Stores.on(tables, BenchFolder.clock(BenchKind.STORE));
      long started = System.nanoTime();
      List<Future<?>> futures = new ArrayList<>();
      for (List<ScoredCandidate> chunk : chunks) {
        futures.add(pool.submit(() -> store(stores, run, chunk)));
      }
      for (Future<?> future : futures) {
        future.get();
      }
      return (System.nanoTime() - started) / 1e9;
    }
  }

  private static void store(Stores stores, RunStamp run, List<ScoredCandidate> chunk) {
    for (int from = 0; from < chunk.size(); from += BATCH) {
      int to = Math.min(chunk.size(), from + BATCH);
      stores.candidates().storeAll(run, chunk.subList(from, to));
    }
  }
}
