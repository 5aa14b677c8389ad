package com.ceap.lambdas.channel;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Semaphore;

/**
 * Lets workers run one at a time and change places at their own steps, by a seed: every
 * interleaving of steps may happen, and the same seed gives the same one.
 */
final class Baton {
  private final SplittableRandom random;
  private final double switching;
  private final Semaphore returned = new Semaphore(0);
  private final List<Worker> workers = new ArrayList<>();
  private Worker running;

  /** A worker that has not ended. */
  private static final class Worker {
    private final Semaphore turn = new Semaphore(0);
    private boolean ended;
    private Throwable failure;
  }

  /**
   * A baton that nobody holds.
   *
   * @param switching how likely a worker gives it back at a step, 0 to 1
   */
  Baton(SplittableRandom random, double switching) {
    this.random = random;
    this.switching = switching;
  }

  int workers() {
    return workers.size();
  }

  /** Adds a worker, which begins when it is chosen. */
  void add(Runnable work) {
    Worker worker = new Worker();
    workers.add(worker);
    Thread.ofVirtual().start(() -> work(worker, work));
  }

  private void work(Worker worker, Runnable work) {
    worker.turn.acquireUninterruptibly();
    try {
      work.run();
    } catch (RuntimeException | Error e) {
      worker.failure = e;
    } finally {
      worker.ended = true;
      returned.release();
    }
  }

  /** A point at which others may come first; where no worker runs, nothing happens. */
  void step() {
    if (running != null && random.nextDouble() < switching) {
      Worker me = running;
      returned.release();
      me.turn.acquireUninterruptibly();
    }
  }

  /** Lets one worker go on until it gives the baton back or ends. */
  void pass() {
    running = workers.get(random.nextInt(workers.size()));
    running.turn.release();
    returned.acquireUninterruptibly();
    Worker worker = running;
    running = null;
    if (worker.ended) {
      workers.remove(worker);
    }
    switch (worker.failure) {
      case null -> {}
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      case Throwable other -> throw new IllegalStateException(other);
    }
  }
}
