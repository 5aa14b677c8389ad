package com.ceap.storage.table;

/** How far a query has come. */
public sealed interface Position {

  /** Nothing was read yet. */
  record Start() implements Position {}

  /** All up to the item of these key attributes was read. */
  record After(Item keys) implements Position {}

  /** There is nothing more. */
  record End() implements Position {}

  Position START = new Start();

  Position END = new End();
}
