package com.ceap.storage.table;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The tables of one store. Thread-safe. */
public interface Tables extends AutoCloseable {

  Table table(TableDefinition definition);

  /**
   * Items of several tables in one call, absent ones left out; the answer has every table asked
   * for. On DynamoDB one request for each hundred keys.
   */
  Map<TableDefinition, Map<Key, Item>> batchGet(
      Map<TableDefinition, Set<Key>> keys, Consistency consistency);

  /** Up to 100 writes to different items, all or none. */
  TransactOutcome transact(List<TransactWrite> writes);

  @Override
  void close();
}
