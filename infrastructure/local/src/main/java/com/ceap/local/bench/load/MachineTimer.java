package com.ceap.local.bench.load;

import java.util.concurrent.locks.LockSupport;

/**
 * The machine's time. It waits by parking, which ends some 50 microseconds late on Linux: to wait
 * by spinning would take the processor from what is measured.
 */
public final class MachineTimer implements Timer {
  @Override
  public long nanos() {
    return System.nanoTime();
  }

  @Override
  public void await(long moment) {
    for (long left = moment - nanos(); left > 0; left = moment - nanos()) {
      LockSupport.parkNanos(left);
    }
  }
}
