package com.ceap.local.bench.campaign;

import com.ceap.local.bench.ProcessUse;
import java.lang.management.ManagementFactory;

/**
 * The most memory that this process had for itself whenever somebody looked: files that it has
 * mapped are not counted, whose pages are the system's and go when others need them. Thread-safe.
 */
final class OwnMemory {
  private double peak;

  synchronized void look() {
    peak = Math.max(peak, ProcessUse.ownMegabytes().orElse(0));
  }

  /** What objects take that somebody still needs, in MB; collects all others. */
  static double liveMegabytes() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
  }

  /** In MB (10^6 bytes); 0 where the system does not tell. */
  synchronized double peakMegabytes() {
    return peak;
  }
}
