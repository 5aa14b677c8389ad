package com.ceap.local.bench.load;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;

/**
 * Requests that begin at their time whether or not those before have ended, and are timed from when
 * they were to begin: one that has to wait for a worker has waited. That corrects what is called
 * coordinated omission.
 */
public final class OpenLoop {
  /** Significant digits of a histogram: two would round a latency by up to a hundredth. */
  public static final int DIGITS = 3;

  /** Until the first request: threads that start do not have a processor each at once. */
  private static final long LEAD_NANOS = 50_000_000;

  private final Timer timer;
  private final int workers;

  /**
   * A loop of so many threads.
   *
   * @param workers how many requests are under way at most; further ones wait, and are timed
   */
  public OpenLoop(Timer timer, int workers) {
    this.timer = timer;
    this.workers = workers;
  }

  /**
   * How long the requests took, in nanoseconds. Whoever is free takes the next request and waits
   * for its time, so that nobody has to be woken by another.
   */
  public Histogram run(Arrivals arrivals, Request request) {
    AtomicLong next = new AtomicLong();
    long start = timer.nanos() + LEAD_NANOS;
    List<Histogram> each = Crew.work(workers, _ -> take(next, arrivals, start, request));
    Histogram all = new Histogram(DIGITS);
    each.forEach(all::add);
    return all;
  }

  private Histogram take(AtomicLong next, Arrivals arrivals, long start, Request request) {
    Histogram latencies = new Histogram(DIGITS);
    for (long i = next.getAndIncrement(); i < arrivals.count(); i = next.getAndIncrement()) {
      long begin = start + arrivals.nanosOf(i);
      timer.await(begin);
      request.make(i);
      latencies.recordValue(Math.max(0, timer.nanos() - begin));
    }
    return latencies;
  }
}
