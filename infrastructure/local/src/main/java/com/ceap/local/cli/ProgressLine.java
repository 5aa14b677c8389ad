package com.ceap.local.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Tells how far a command is: on a terminal one line that is drawn over, elsewhere a line now and
 * then. Thread-safe. Close it before the result is printed.
 */
public final class ProgressLine implements AutoCloseable {
  private static final long LIVE_NANOS = Duration.ofMillis(100).toNanos();
  private static final long SPARSE_NANOS = Duration.ofSeconds(10).toNanos();
  private static final String ERASE = "\r\u001B[K";

  private final PrintWriter err;
  private final boolean live;
  private final AtomicLong lastShown = new AtomicLong(System.nanoTime());
  private boolean drawn;

  public ProgressLine(PrintWriter err, boolean live) {
    this.err = err;
    this.live = live;
  }

  /** Shows a text unless another was shown a moment ago. */
  public void show(String text) {
    long last = lastShown.get();
    long now = System.nanoTime();
    if (now - last >= (live ? LIVE_NANOS : SPARSE_NANOS) && lastShown.compareAndSet(last, now)) {
      draw(text);
    }
  }

  private synchronized void draw(String text) {
    if (live) {
      err.print(ERASE + text);
      drawn = true;
    } else {
      err.println(text);
    }
    err.flush();
  }

  @Override
  public synchronized void close() {
    if (drawn) {
      err.print(ERASE);
      err.flush();
      drawn = false;
    }
  }
}
