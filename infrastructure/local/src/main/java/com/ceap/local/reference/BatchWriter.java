package com.ceap.local.reference;

import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Writes one batch while the next is being read. Used by one thread. */
final class BatchWriter<T> implements AutoCloseable {
  private final Consumer<List<T>> destination;
  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private Future<?> last = CompletableFuture.completedFuture(null);

  BatchWriter(Consumer<List<T>> destination) {
    this.destination = destination;
  }

  /** Takes a batch as soon as the one before is written; throws what that one failed of. */
  void write(List<T> batch) {
    finish();
    last = thread.submit(() -> destination.accept(batch));
  }

  /** Waits for what is being written; throws what it failed of. */
  void finish() {
    try {
      last.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException problem
          ? problem
          : new IllegalStateException("a batch could not be written", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CeapException(ErrorCode.STORE_UNAVAILABLE, "interrupted during an import", e);
    }
  }

  @Override
  public void close() {
    thread.close();
  }
}
