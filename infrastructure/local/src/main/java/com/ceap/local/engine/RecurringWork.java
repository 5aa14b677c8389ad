package com.ceap.local.engine;

import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Does recurring work on a thread of its own, so that long work holds no queue up. */
final class RecurringWork implements AutoCloseable {
  private final Recurring recurring;
  private final InFlight inFlight;
  private final Consumer<RuntimeException> failed;
  private final AtomicBoolean busy = new AtomicBoolean();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  RecurringWork(Recurring recurring, InFlight inFlight, Consumer<RuntimeException> failed) {
    this.recurring = recurring;
    this.inFlight = inFlight;
    this.failed = failed;
  }

  /** Begins what is due, where nothing of it is being done; whether it did. */
  boolean begin(Instant now) {
    if (busy.get() || !recurring.due(now) || !inFlight.begin()) {
      return false;
    }
    busy.set(true);
    threads.execute(() -> work(now));
    return true;
  }

  private void work(Instant now) {
    try {
      recurring.work(now);
    } catch (RuntimeException e) {
      failed.accept(e);
    } finally {
      busy.set(false);
      inFlight.end();
    }
  }

  /** Waits for what is being done. */
  @Override
  public void close() {
    threads.close();
  }
}
