package com.ceap.lambdas.export;

/**
 * What an export may take.
 *
 * @param memoryMb of DuckDB, beside the heap; what does not fit is spilled
 * @param rowsOfAFile at most this many rows are written to one file, or a few more
 */
public record ExportLimits(int memoryMb, long rowsOfAFile) {
  /** 60 to 100 MB of candidates; one file is replaced in one step also for Athena. */
  private static final long ROWS_OF_A_FILE = 1_000_000;

  /** For one machine, which does other things besides. */
  public static final ExportLimits DEFAULT = new ExportLimits(600, ROWS_OF_A_FILE);

  /** The heap may grow to most of a function's memory; the keys of a day's changes live there. */
  private static final int PART_OF_A_FUNCTION = 4;

  private static final int LEAST_MB = 128;

  public ExportLimits {
    if (memoryMb < LEAST_MB) {
      throw new IllegalArgumentException(
          "DuckDB needs at least %d MB, not %d".formatted(LEAST_MB, memoryMb));
    }
    if (rowsOfAFile < 1) {
      throw new IllegalArgumentException("a file has at least 1 row, not " + rowsOfAFile);
    }
  }

  /**
   * For a function.
   *
   * @param memoryMb of the function
   */
  public static ExportLimits ofFunction(int memoryMb) {
    return new ExportLimits(Math.max(LEAST_MB, memoryMb / PART_OF_A_FUNCTION), ROWS_OF_A_FILE);
  }
}
