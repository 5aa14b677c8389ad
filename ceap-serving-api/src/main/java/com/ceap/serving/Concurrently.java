package com.ceap.serving;

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

/** Reads several things at once, each on a virtual thread. */
final class Concurrently {
  private static final int AT_ONCE = 16;

  private Concurrently() {}

  /** What the function answers for each, in their order; its first failure is thrown as it is. */
  static <T, R> List<R> map(List<T> inputs, Function<T, R> function) {
    List<Callable<R>> tasks = new ArrayList<>();
    inputs.forEach(input -> tasks.add(() -> function.apply(input)));
    try (ExecutorService threads =
        Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
      List<R> results = new ArrayList<>();
      for (Future<R> future : threads.invokeAll(tasks)) {
        results.add(future.get());
      }
      return results;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new CeapException(ErrorCode.DEFECT, "a read failed in an unforeseen way", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CeapException(ErrorCode.STORE_UNAVAILABLE, "the read was interrupted", e);
    }
  }
}
