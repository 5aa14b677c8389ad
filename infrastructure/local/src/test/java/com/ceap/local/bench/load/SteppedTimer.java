package com.ceap.local.bench.load;

/** Time that passes only where somebody waits or works. For one thread. */
final class SteppedTimer implements Timer {
  private long now = 1_000_000;

  @Override
  public long nanos() {
    return now;
  }

  @Override
  public void await(long moment) {
    now = Math.max(now, moment);
  }

  void work(long nanos) {
    now += nanos;
  }
}
