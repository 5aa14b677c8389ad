package com.ceap.storage.table;

/**
 * An item's primary key. {@code sort} is empty in a table without a sort key. Primary keys are text
 * throughout; only indexes sort by number.
 */
public record Key(String partition, String sort) implements Comparable<Key> {

  public static Key of(String partition) {
    return new Key(partition, "");
  }

  public static Key of(String partition, String sort) {
    return new Key(partition, sort);
  }

  /** Groups the items of a partition; not the order of the table, which is that of UTF-8. */
  @Override
  public int compareTo(Key other) {
    int order = partition.compareTo(other.partition);
    return order != 0 ? order : sort.compareTo(other.sort);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Key that && partition.equals(that.partition) && sort.equals(that.sort);
  }

  /** Written out, as equality is: keys are hashed for every item that is read. */
  @Override
  public int hashCode() {
    return 31 * partition.hashCode() + sort.hashCode();
  }

  /** Keys hold ids of customers. */
  @Override
  public String toString() {
    return "Key[…]";
  }
}
