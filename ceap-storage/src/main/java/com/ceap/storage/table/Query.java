package com.ceap.storage.table;

/**
 * A range query on one partition of a table or an index.
 *
 * @param index the index's name, empty for the table itself
 * @param limit at most this many items are read for one page, before expired ones are left out
 * @param consistent whether to see every write that was acknowledged before; not on an index
 */
public record Query(
    String index,
    String partition,
    SortRange range,
    boolean ascending,
    int limit,
    Position from,
    boolean consistent) {

  public Query {
    if (limit < 1) {
      throw new IllegalArgumentException("a query's limit must be at least 1, was " + limit);
    }
    if (consistent && !index.isEmpty()) {
      throw new IllegalArgumentException("an index cannot be read consistently: " + index);
    }
  }

  /** Everything of a partition, forward, a thousand items a page. */
  public static Query of(String partition) {
    return new Query("", partition, new SortRange.All(), true, 1000, Position.START, false);
  }

  public boolean onIndex() {
    return !index.isEmpty();
  }

  /** The same query on another partition. */
  public Query in(String otherPartition) {
    return new Query(index, otherPartition, range, ascending, limit, from, consistent);
  }

  public Query on(String indexName) {
    return new Query(indexName, partition, range, ascending, limit, from, consistent);
  }

  public Query beginsWith(String prefix) {
    return range(new SortRange.BeginsWith(prefix));
  }

  public Query between(Value low, Value high) {
    return range(new SortRange.Between(low, high));
  }

  public Query range(SortRange wanted) {
    return new Query(index, partition, wanted, ascending, limit, from, consistent);
  }

  public Query backward() {
    return new Query(index, partition, range, false, limit, from, consistent);
  }

  public Query limit(int items) {
    return new Query(index, partition, range, ascending, items, from, consistent);
  }

  public Query from(Position position) {
    return new Query(index, partition, range, ascending, limit, position, consistent);
  }

  public Query consistently() {
    return new Query(index, partition, range, ascending, limit, from, true);
  }

  /** Partitions may be customers. */
  @Override
  public String toString() {
    return "Query[" + (index.isEmpty() ? "table" : index) + ", limit=" + limit + "]";
  }
}
