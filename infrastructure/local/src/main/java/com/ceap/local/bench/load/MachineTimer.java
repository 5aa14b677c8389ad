package com.ceap.local.bench.load;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * The machine's time. A parked thread wakes some 50 to 100 microseconds late on Linux, and with
 * cold caches: who has a processor for each waiting thread may spin through the last of the wait,
 * which charges requests for what they take themselves. Otherwise spinning would take the processor
 * from what is measured.
 */
public final class MachineTimer implements Timer {
  /** Waits by parking alone. */
  public static final MachineTimer PARKING = new MachineTimer(Duration.ZERO);

  /** Spins through the last millisecond of each wait. */
  public static final MachineTimer SPINNING = new MachineTimer(Duration.ofMillis(1));

  private final long spin;

  private MachineTimer(Duration spin) {
    this.spin = spin.toNanos();
  }

  @Override
  public long nanos() {
    return System.nanoTime();
  }

  @Override
  public void await(long moment) {
    for (long left = moment - nanos(); left > 0; left = moment - nanos()) {
      if (left > spin) {
        LockSupport.parkNanos(left - spin);
      } else {
        Thread.onSpinWait();
      }
    }
  }
}
