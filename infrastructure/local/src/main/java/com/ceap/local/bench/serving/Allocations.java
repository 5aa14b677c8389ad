package com.ceap.local.bench.serving;

import com.ceap.local.bench.load.Request;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** What requests allocate on the thread that makes them. */
final class Allocations {
  private static final int REQUESTS = 2_000;

  private Allocations() {}

  /** Bytes for each request, in the mean. */
  static long of(Request request) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < REQUESTS; i++) {
      request.make(i);
    }
    return (threads.getCurrentThreadAllocatedBytes() - before) / REQUESTS;
  }
}
