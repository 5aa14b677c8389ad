package com.ceap.lambdas.topology;

/** What a function does with a table. */
public enum TableAccess {
  /** Items and queries, on the table and its indexes. */
  READ,
  /** Puts, updates and deletes, alone, in batches and in transactions. */
  WRITE,
  /** Pages of a scan, and how many items there are. */
  SAMPLE,
  /** The table's stream. */
  STREAM
}
