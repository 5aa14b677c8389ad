package com.ceap.local.bench.load;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
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

  /** How long the requests took, in nanoseconds. */
  public Histogram run(Arrivals arrivals, Request request) {
    Turns turns = new Turns(arrivals);
    List<Histogram> each = Crew.work(workers, worker -> take(turns, request));
    Histogram all = new Histogram(DIGITS);
    each.forEach(all::add);
    return all;
  }

  private Histogram take(Turns turns, Request request) {
    Histogram latencies = new Histogram(DIGITS);
    for (Turn turn = turns.next(); !turn.isOver(); turn = turns.next()) {
      request.make(turn.index());
      latencies.recordValue(Math.max(0, timer.nanos() - turn.begin()));
    }
    return latencies;
  }

  /** A request and when it was to begin. */
  private record Turn(long index, long begin) {
    static final Turn OVER = new Turn(-1, 0);

    boolean isOver() {
      return index < 0;
    }
  }

  /** One worker waits for the next request's time; the idle ones wait for that worker. */
  private final class Turns {
    private final Arrivals arrivals;
    private final long start = timer.nanos() + LEAD_NANOS;
    private final ReentrantLock waiting = new ReentrantLock();
    private long next;

    Turns(Arrivals arrivals) {
      this.arrivals = arrivals;
    }

    Turn next() {
      waiting.lock();
      try {
        if (next == arrivals.count()) {
          return Turn.OVER;
        }
        Turn turn = new Turn(next, start + arrivals.nanosOf(next));
        next++;
        timer.await(turn.begin());
        return turn;
      } finally {
        waiting.unlock();
      }
    }
  }
}
