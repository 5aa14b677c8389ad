package com.ceap.storage.table;

import java.util.function.Consumer;

/**
 * Looks at some of a table's items, whether or not their ttl has passed, which no other read shows.
 * Never reads a whole large table. Thread-safe.
 */
public interface TableSample {

  /**
   * Gives items from places of the table that were chosen at random; all of them where the table
   * has no more.
   *
   * @param most how many are given at most
   * @return about how many items the table has
   */
  long forEach(TableDefinition table, int most, Consumer<Item> action);
}
