package com.ceap.storage.table;

import java.util.List;

/** The tables of one store. Thread-safe. */
public interface Tables extends AutoCloseable {

  Table table(TableDefinition definition);

  /** Up to 100 writes to different items, all or none. */
  TransactOutcome transact(List<TransactWrite> writes);

  @Override
  void close();
}
