package com.ceap.storage.table;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One table. Reads never show an item whose ttl has passed. Thread-safe. Every method throws a
 * {@link com.ceap.model.error.CeapException}: {@code TABLE_MISSING}, {@code STORE_THROTTLED},
 * {@code STORE_CONFLICT} or {@code STORE_UNAVAILABLE}; {@code ARGUMENT_INVALID} for an item or key
 * beyond DynamoDB's limits.
 */
public interface Table {

  TableDefinition definition();

  /** One item, read consistently: it shows every write that was acknowledged before. */
  Optional<Item> get(Key key);

  /** Any number of items; absent ones are left out. May be behind the newest writes. */
  Map<Key, Item> batchGet(Collection<Key> keys);

  Page query(Query query);

  /** Writes the whole item in place of any of the same key, if the condition holds. */
  WriteOutcome put(Item item, Condition condition);

  WriteOutcome delete(Key key, Condition condition);

  WriteOutcome update(Key key, Update update, Condition condition);

  /**
   * Any number of blind writes; of several for the same key the last one wins. What the store left
   * unprocessed, and only that, is sent again with growing pauses; what remains after the last try
   * fails the call with {@code STORE_THROTTLED} and its count, while the rest stays written.
   */
  void batchWrite(List<BatchWrite> writes);
}
