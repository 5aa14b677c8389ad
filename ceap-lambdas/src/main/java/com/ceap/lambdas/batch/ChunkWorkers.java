package com.ceap.lambdas.batch;

import com.ceap.connectors.spi.Chunk;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Works on the chunks of a run in parallel; one that fails does not stop the others. */
final class ChunkWorkers {
  private final int threads;

  ChunkWorkers(int threads) {
    this.threads = threads;
  }

  /** What became of a chunk. */
  sealed interface Outcome<T> {
    record Done<T>(Chunk chunk, T result) implements Outcome<T> {}

    record Failed<T>(Chunk chunk, String stage, ErrorCode code, String message)
        implements Outcome<T> {
      /** The failure as it concerns a chunk. */
      ChunkFailure of(Chunk concerned) {
        return new ChunkFailure(
            concerned.connectorId(), concerned.index(), stage, code.name(), message);
      }
    }
  }

  <T> List<Outcome<T>> each(String stage, List<Chunk> chunks, Function<Chunk, T> work) {
    try (ExecutorService pool =
        Executors.newFixedThreadPool(threads, Thread.ofPlatform().name("chunk-", 0).factory())) {
      List<Future<Outcome<T>>> futures = new ArrayList<>();
      for (Chunk chunk : chunks) {
        Callable<Outcome<T>> task = () -> attempt(stage, chunk, work);
        futures.add(pool.submit(task));
      }
      return futures.stream().map(ChunkWorkers::join).toList();
    }
  }

  private static <T> Outcome<T> attempt(String stage, Chunk chunk, Function<Chunk, T> work) {
    try {
      return new Outcome.Done<>(chunk, work.apply(chunk));
    } catch (CeapException e) {
      return new Outcome.Failed<>(chunk, stage, e.code(), e.getMessage());
    } catch (RuntimeException e) {
      return new Outcome.Failed<>(
          chunk, stage, ErrorCode.DEFECT, e.toString() + " at " + e.getStackTrace()[0]);
    }
  }

  private static <T> Outcome<T> join(Future<Outcome<T>> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CeapException(ErrorCode.RUN_FAILED, "the run was interrupted", e);
    } catch (ExecutionException e) {
      throw new CeapException(ErrorCode.DEFECT, "a chunk's worker died", e.getCause());
    }
  }
}
