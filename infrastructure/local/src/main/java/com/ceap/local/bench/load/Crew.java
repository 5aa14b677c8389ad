package com.ceap.local.bench.load;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;

/** Some threads that do the same at the same time. */
public final class Crew {
  private Crew() {}

  /**
   * What each of them came to, in their order.
   *
   * @param work of a worker, by its number from 0
   * @throws IllegalStateException with the cause where one of them failed
   */
  public static <T> List<T> work(int workers, IntFunction<T> work) {
    try (ExecutorService threads = Executors.newFixedThreadPool(workers)) {
      List<Future<T>> futures = new ArrayList<>(workers);
      for (int i = 0; i < workers; i++) {
        int worker = i;
        futures.add(threads.submit(() -> work.apply(worker)));
      }
      List<T> results = new ArrayList<>(workers);
      for (Future<T> future : futures) {
        results.add(future.get());
      }
      return results;
    } catch (ExecutionException e) {
      throw new IllegalStateException("a worker of the benchmark failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while measuring", e);
    }
  }

  /** Makes so many requests, each worker the next one that nobody has taken. */
  public static void share(int workers, long count, Request request) {
    AtomicLong next = new AtomicLong();
    var _ =
        work(
            workers,
            worker -> {
              for (long i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                request.make(i);
              }
              return worker;
            });
  }
}
