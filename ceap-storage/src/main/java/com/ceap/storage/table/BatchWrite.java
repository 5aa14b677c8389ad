package com.ceap.storage.table;

/** One blind write of a batch. */
public sealed interface BatchWrite {

  /** Writes the item in place of any of the same key. */
  record Put(Item item) implements BatchWrite {}

  /** Deletes the item, which may be absent. */
  record Delete(Key key) implements BatchWrite {}

  static BatchWrite put(Item item) {
    return new Put(item);
  }

  static BatchWrite delete(Key key) {
    return new Delete(key);
  }
}
