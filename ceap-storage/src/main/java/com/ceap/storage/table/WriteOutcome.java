package com.ceap.storage.table;

/** How a conditional write ended. */
public sealed interface WriteOutcome {

  /** It was written; {@code item} is what is stored now, empty after a delete. */
  record Written(Item item) implements WriteOutcome {}

  /** The condition did not hold; {@code stored} is what was found, empty where nothing was. */
  record Refused(Item stored) implements WriteOutcome {}

  default boolean written() {
    return this instanceof Written;
  }
}
