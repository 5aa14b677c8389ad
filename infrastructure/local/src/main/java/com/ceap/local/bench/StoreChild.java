package com.ceap.local.bench;

import com.ceap.lambdas.handover.CandidateObjects;
import com.ceap.model.ScoredCandidate;
import com.ceap.runtime.objects.FolderObjectStore;
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
 * time, on several threads. The first pass warms up; the second is measured.
 */
record StoreChild(BenchFolder folder, int threads) {
  /** As many as the Store stage brings at once. */
  static final int BATCH = 10_000;

  ChildResult run() throws IOException, InterruptedException, ExecutionException {
    List<List<ScoredCandidate>> batches = batches();
    store(folder.warmUp(), batches);
    double seconds = store(folder.stored(), batches);
    long items = batches.stream().mapToLong(List::size).sum();
    return new ChildResult(items, seconds, Optional.empty());
  }

  private List<List<ScoredCandidate>> batches() {
    FolderObjectStore objects = new FolderObjectStore(folder.data().root());
    CandidateObjects candidates = new CandidateObjects(objects);
    List<ScoredCandidate> all = new ArrayList<>();
    for (String key : objects.list(BenchFolder.scored())) {
      candidates.forEachScored(key, all::add);
    }
    if (all.isEmpty()) {
      throw new IllegalStateException(
          "%s has no candidates of the fused run; measure that first".formatted(folder.root()));
    }
    List<List<ScoredCandidate>> batches = new ArrayList<>();
    for (int from = 0; from < all.size(); from += BATCH) {
      batches.add(all.subList(from, Math.min(all.size(), from + BATCH)));
    }
    return batches;
  }

  private double store(Path file, List<List<ScoredCandidate>> batches)
      throws IOException, InterruptedException, ExecutionException {
    SqliteFiles.delete(file);
    RunStamp run = new RunStamp("bench", BenchFolder.DATE, BenchFolder.NOW, Duration.ofDays(7));
    try (SqliteTables tables = SqliteTables.open(file, BenchFolder.clock(BenchKind.STORE));
        ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      Stores stores = Stores.on(tables, BenchFolder.clock(BenchKind.STORE));
      long started = System.nanoTime();
      List<Future<?>> futures = new ArrayList<>();
      for (List<ScoredCandidate> batch : batches) {
        futures.add(pool.submit(() -> stores.candidates().storeAll(run, batch)));
      }
      for (Future<?> future : futures) {
        future.get();
      }
      return (System.nanoTime() - started) / 1e9;
    }
  }
}
