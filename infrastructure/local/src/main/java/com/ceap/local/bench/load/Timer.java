package com.ceap.local.bench.load;

/** Time as a measurement sees it. Thread-safe. */
public interface Timer {
  /** The moment, in nanoseconds since some fixed one. */
  long nanos();

  /** Waits until a moment; returns at once where it is past. */
  void await(long moment);
}
