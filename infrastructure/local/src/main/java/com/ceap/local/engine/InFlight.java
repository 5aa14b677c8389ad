package com.ceap.local.engine;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** How many batches are being worked on, at most so many; and waiting for that to change. */
final class InFlight {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final int most;
  private long begun;
  private long ended;
  private boolean woken;

  InFlight(int most) {
    this.most = most;
  }

  /** Counts one more as begun, where there may be one more. */
  boolean begin() {
    lock.lock();
    try {
      boolean free = begun - ended < most;
      begun += free ? 1 : 0;
      return free;
    } finally {
      lock.unlock();
    }
  }

  /** Takes a {@link #begin} back, after which there was nothing to do. */
  void cancel() {
    lock.lock();
    try {
      begun--;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  void end() {
    lock.lock();
    try {
      ended++;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** How many have ended so far. */
  long ended() {
    lock.lock();
    try {
      return ended;
    } finally {
      lock.unlock();
    }
  }

  /** Whether nothing is going on, and nothing has ended since the count was read. */
  boolean quietSince(long count) {
    lock.lock();
    try {
      return begun == ended && ended == count;
    } finally {
      lock.unlock();
    }
  }

  /** Waits until one more has ended than when the count was read, for {@link #wake}, or so long. */
  void awaitEnd(long count, Duration most) throws InterruptedException {
    lock.lock();
    try {
      long left = most.toNanos();
      while (ended == count && !woken && left > 0) {
        left = changed.awaitNanos(left);
      }
      woken = false;
    } finally {
      lock.unlock();
    }
  }

  /** Lets whoever waits look again; if nobody does, the next one. */
  void wake() {
    lock.lock();
    try {
      woken = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
