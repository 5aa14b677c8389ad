package com.ceap.local.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Lets a command end by itself when the process is told to (Ctrl-C, SIGTERM), and the process wait
 * for it a while. Open it before what must be closed first.
 */
final class ShutdownSignal implements AutoCloseable {
  private static final long GRACE_SECONDS = 20;

  private final AtomicReference<Runnable> stop = new AtomicReference<>(() -> {});
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread hook = Thread.ofPlatform().name("shutdown").unstarted(this::shutDown);
  private volatile boolean raised;

  static ShutdownSignal install() {
    ShutdownSignal signal = new ShutdownSignal();
    Runtime.getRuntime().addShutdownHook(signal.hook);
    return signal;
  }

  private void shutDown() {
    raised = true;
    stop.get().run();
    try {
      if (!closed.await(GRACE_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("ceap: not ended within " + GRACE_SECONDS + " s, and killed");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What makes the command end; run at once where it was told to already. */
  void onShutdown(Runnable wanted) {
    stop.set(wanted);
    if (raised) {
      wanted.run();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    if (!raised) {
      Runtime.getRuntime().removeShutdownHook(hook);
    }
  }
}
