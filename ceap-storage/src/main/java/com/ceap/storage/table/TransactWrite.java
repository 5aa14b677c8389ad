package com.ceap.storage.table;

/** One write of a transaction. */
public sealed interface TransactWrite {

  TableDefinition table();

  Condition condition();

  /** Writes the whole item. */
  record Put(TableDefinition table, Item item, Condition condition) implements TransactWrite {}

  /** Deletes the item, which may be absent. */
  record Delete(TableDefinition table, Key key, Condition condition) implements TransactWrite {}

  /** Changes attributes of the item. */
  record Change(TableDefinition table, Key key, Update update, Condition condition)
      implements TransactWrite {}

  /** Writes nothing, but must hold. */
  record Check(TableDefinition table, Key key, Condition condition) implements TransactWrite {}

  /** The key of the item that it is about. */
  default Key target() {
    return switch (this) {
      case Put put -> put.table().key(put.item());
      case Delete delete -> delete.key();
      case Change change -> change.key();
      case Check check -> check.key();
    };
  }
}
