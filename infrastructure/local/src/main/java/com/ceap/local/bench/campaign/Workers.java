package com.ceap.local.bench.campaign;

import com.ceap.local.bench.ProcessUse;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/** Works on several things at a time, as the stage behind the queue of parts does. */
record Workers(int number) {
  /** Does all of it; answers how long it took. */
  Effort effort(List<Runnable> work) {
    long started = System.nanoTime();
    double cpu = ProcessUse.cpuSeconds();
    together(work);
    return new Effort((System.nanoTime() - started) / 1e9, ProcessUse.cpuSeconds() - cpu);
  }

  private void together(List<Runnable> work) {
    List<Future<?>> all;
    Semaphore places = new Semaphore(number);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      all = work.stream().<Future<?>>map(each -> threads.submit(() -> in(places, each))).toList();
    }
    all.forEach(Workers::ended);
  }

  private static void in(Semaphore places, Runnable work) {
    places.acquireUninterruptibly();
    try {
      work.run();
    } finally {
      places.release();
    }
  }

  private static void ended(Future<?> future) {
    try {
      future.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a part failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while measuring", e);
    }
  }
}
