package com.ceap.local.cli;

import com.ceap.model.error.CeapException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Shows every second how the platform stands, where that has changed. */
final class StatusPrinter implements AutoCloseable {
  private final ProgressLine line;
  private final Supplier<String> status;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());
  private final ScheduledFuture<?> ticking;
  private String shown = "";

  StatusPrinter(ProgressLine line, Supplier<String> status) {
    this.line = line;
    this.status = status;
    this.ticking = timer.scheduleWithFixedDelay(this::show, 1, 1, TimeUnit.SECONDS);
  }

  private void show() {
    String now = current();
    if (!now.equals(shown)) {
      line.show(now);
      shown = now;
    }
  }

  private String current() {
    try {
      return status.get();
    } catch (CeapException e) {
      return "the platform's state cannot be read: " + e.getMessage();
    }
  }

  @Override
  public void close() {
    ticking.cancel(false);
    timer.close();
    line.close();
  }
}
