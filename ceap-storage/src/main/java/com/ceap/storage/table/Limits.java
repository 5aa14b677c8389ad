package com.ceap.storage.table;

import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * DynamoDB's limits, so that the embedded store refuses what the real one would
 * (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html).
 */
public final class Limits {

  /** Bytes of an item: names and values in UTF-8. */
  public static final int ITEM_BYTES = 400 * 1024;

  /** Bytes of a partition key. */
  public static final int PARTITION_BYTES = 2048;

  /** Bytes of a sort key. */
  public static final int SORT_BYTES = 1024;

  /** Writes of one transaction. */
  public static final int TRANSACT_ITEMS = 100;

  private Limits() {}

  /**
   * Checks a primary key.
   *
   * @throws CeapException ARGUMENT_INVALID, naming the limit and the size, never the key
   */
  public static void check(TableDefinition table, Key key) {
    checkText(table, table.partitionKey(), key.partition(), PARTITION_BYTES);
    if (table.hasSortKey()) {
      checkText(table, table.sortKey(), key.sort(), SORT_BYTES);
    }
  }

  /**
   * Checks an item with its keys.
   *
   * @throws CeapException ARGUMENT_INVALID, naming the limit and the size, never the content
   */
  public static void check(TableDefinition table, Item item) {
    checkKeys(table, item);
    // A character takes at most three bytes, a number 21: most items are known to fit at a glance.
    if (upperBound(item) > ITEM_BYTES && size(item) > ITEM_BYTES) {
      throw invalid(table, "an item has at most " + ITEM_BYTES + " bytes, this has " + size(item));
    }
  }

  /**
   * Checks an item's keys, and not its size.
   *
   * @throws CeapException ARGUMENT_INVALID, naming the limit and the size, never the content
   */
  public static void checkKeys(TableDefinition table, Item item) {
    check(table, table.key(item));
    for (IndexDefinition index : table.indexes()) {
      checkIndexed(table, index.partition(), item, PARTITION_BYTES);
      checkIndexed(table, index.sort(), item, SORT_BYTES);
    }
  }

  /**
   * Checks the writes of a transaction: how many, and each on an item of its own.
   *
   * @throws CeapException ARGUMENT_INVALID
   */
  public static void check(List<TransactWrite> writes) {
    long items = writes.stream().map(w -> List.of(w.table().name(), w.target())).distinct().count();
    if (writes.isEmpty() || writes.size() > TRANSACT_ITEMS || items < writes.size()) {
      throw new CeapException(
          ErrorCode.ARGUMENT_INVALID,
          "a transaction has 1 to %d writes on different items, was %d writes on %d items"
              .formatted(TRANSACT_ITEMS, writes.size(), items));
    }
  }

  private static void checkIndexed(TableDefinition table, KeyAttribute key, Item item, int most) {
    int position = item.position(key.name());
    if (position < 0) {
      return;
    }
    switch (item.value(position)) {
      case Value.Text(String text) when key.type() == KeyAttribute.Type.TEXT ->
          checkText(table, key.name(), text, most);
      case Num _ when key.type() == KeyAttribute.Type.NUMBER -> {}
      case Value other ->
          throw invalid(
              table,
              "index key '"
                  + key.name()
                  + "' must be a "
                  + key.type()
                  + ", was a "
                  + other.getClass().getSimpleName());
    }
  }

  private static void checkText(TableDefinition table, String name, String text, int most) {
    if (text.isEmpty()) {
      throw invalid(table, "key '" + name + "' must not be empty");
    }
    if (text.length() * 3 > most && utf8(text) > most) {
      throw invalid(
          table, "key '" + name + "' has at most " + most + " bytes, this has " + utf8(text));
    }
  }

  private static CeapException invalid(TableDefinition table, String message) {
    return new CeapException(ErrorCode.ARGUMENT_INVALID, "table " + table.name() + ": " + message);
  }

  private static long upperBound(Item item) {
    return weigh(item, 3);
  }

  /** The size of an item as DynamoDB counts it, up to its rounding of numbers. */
  public static long size(Item item) {
    return weigh(item, 0);
  }

  // perChar 0 counts exactly.
  private static long weigh(Item item, int perChar) {
    long bytes = 0;
    for (int i = 0; i < item.size(); i++) {
      bytes += weigh(item.name(i), perChar) + weigh(item.value(i), perChar);
    }
    return bytes;
  }

  private static long weigh(Value value, int perChar) {
    return switch (value) {
      case Value.Text(String text) -> weigh(text, perChar);
      case Value.Bytes(byte[] bytes) -> bytes.length;
      case Value.Flag _ -> 1;
      case Num number -> perChar > 0 ? 21 : Math.min(21, 2 + number.toBigDecimal().precision() / 2);
      case Value.ListOf(List<Value> values) ->
          3 + values.stream().mapToLong(v -> 1 + weigh(v, perChar)).sum();
      case Value.MapOf(Item item) -> 3 + item.size() + weigh(item, perChar);
    };
  }

  private static long weigh(String text, int perChar) {
    return perChar > 0 ? (long) text.length() * perChar : utf8(text);
  }

  private static int utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
