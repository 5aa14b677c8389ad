package com.ceap.local.warehouse;

/**
 * What the engine may use of the machine, beside the JVM's heap.
 *
 * @param memoryMegabytes what DuckDB's buffers may take; beyond it they spill to files
 * @param threads how many threads answer a query
 */
public record DuckDbLimits(int memoryMegabytes, int threads) {
  public static final DuckDbLimits DEFAULT = new DuckDbLimits(400, 2);

  public DuckDbLimits {
    if (memoryMegabytes < 1 || threads < 1) {
      throw new IllegalArgumentException(
          "memory and threads must be at least 1, were " + memoryMegabytes + " and " + threads);
    }
  }
}
