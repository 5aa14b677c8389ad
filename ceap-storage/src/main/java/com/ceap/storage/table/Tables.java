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

  /**
   * Puts that have nothing to do with each other, each on its own condition; answers in their
   * order. One that is refused or fails holds up no other, and nothing is said of which is made
   * first.
   */
  default List<Attempt<WriteOutcome>> putEach(List<TransactWrite.Put> puts) {
    return puts.stream()
        .map(put -> Attempt.of(() -> table(put.table()).put(put.item(), put.condition())))
        .toList();
  }

  @Override
  void close();
}
