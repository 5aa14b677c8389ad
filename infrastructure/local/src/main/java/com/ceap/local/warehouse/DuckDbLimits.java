package com.ceap.local.warehouse;

/**
 * What the engine may use of the machine, beside the JVM's heap.
 *
 * @param memoryMegabytes what DuckDB's buffers may take; beyond it they spill to files
 * @param threads how many threads answer a query
 * @param chunkRows about how many rows make a chunk; a bucket is never parted
 */
public record DuckDbLimits(int memoryMegabytes, int threads, long chunkRows) {
  /**
   * Small enough that two chunks in work stay in the young generation: larger ones cost more CPU.
   */
  private static final long CHUNK_ROWS = 25_000;

  public static final DuckDbLimits DEFAULT = new DuckDbLimits(250, 2);

  public DuckDbLimits {
    if (memoryMegabytes < 1 || threads < 1 || chunkRows < 1) {
      throw new IllegalArgumentException(
          "memory, threads and rows of a chunk must be at least 1, were %d, %d and %d"
              .formatted(memoryMegabytes, threads, chunkRows));
    }
  }

  /** With chunks of the usual size. */
  public DuckDbLimits(int memoryMegabytes, int threads) {
    this(memoryMegabytes, threads, CHUNK_ROWS);
  }

  public DuckDbLimits withChunkRows(long rows) {
    return new DuckDbLimits(memoryMegabytes, threads, rows);
  }
}
