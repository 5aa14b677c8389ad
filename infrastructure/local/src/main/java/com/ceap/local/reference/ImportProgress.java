package com.ceap.local.reference;

/** Hears how far an import is. */
@FunctionalInterface
public interface ImportProgress {
  ImportProgress NONE = (table, rows) -> {};

  /**
   * Called every few thousand rows and at the end of a table.
   *
   * @param rows rows read so far
   */
  void progress(String table, long rows);
}
