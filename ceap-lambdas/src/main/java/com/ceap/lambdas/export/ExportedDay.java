package com.ceap.lambdas.export;

/**
 * One day of one program in one table, as an export has left it.
 *
 * @param state what the export did to it
 */
public record ExportedDay(
    ExportTable table, String program, State state, long rows, int files, long bytes) {
  /** What an export does. */
  public enum State {
    WRITTEN,
    /** It was there, with other rows. */
    REPLACED,
    /** It was there, byte for byte. */
    UNCHANGED
  }
}
