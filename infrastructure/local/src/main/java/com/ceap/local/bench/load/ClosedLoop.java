package com.ceap.local.bench.load;

import java.time.Duration;

/** Threads that make one request after the other, without a pause: as much as something takes. */
public final class ClosedLoop {
  private final Timer timer;
  private final int workers;

  public ClosedLoop(Timer timer, int workers) {
    this.timer = timer;
    this.workers = workers;
  }

  /** How many requests a second ended, all threads together. */
  public double run(Duration time, Request request) {
    long start = timer.nanos();
    long end = start + time.toNanos();
    long done =
        Crew.work(workers, worker -> repeat(worker, end, request)).stream()
            .mapToLong(Long::longValue)
            .sum();
    return done * 1e9 / (timer.nanos() - start);
  }

  /** The first is made whatever the time. */
  private long repeat(int worker, long end, Request request) {
    long done = 0;
    do {
      request.make(worker + done * workers);
      done++;
    } while (timer.nanos() < end);
    return done;
  }
}
