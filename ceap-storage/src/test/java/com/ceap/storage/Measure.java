package com.ceap.storage;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** Wall time and the process's CPU time, which says more on a busy machine. */
record Measure(long wall, long cpu) {
  private static final OperatingSystemMXBean PROCESS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  static Measure start() {
    return new Measure(System.nanoTime(), PROCESS.getProcessCpuTime());
  }

  void report(String what, int count) {
    double seconds = (System.nanoTime() - wall) / 1e9;
    double cpuSeconds = (PROCESS.getProcessCpuTime() - cpu) / 1e9;
    System.out.printf(
        "%-34s %7d in %6.2f s (%5.2f s CPU): %7.0f a second, %5.1f us CPU each%n",
        what, count, seconds, cpuSeconds, count / seconds, cpuSeconds * 1e6 / count);
  }
}
