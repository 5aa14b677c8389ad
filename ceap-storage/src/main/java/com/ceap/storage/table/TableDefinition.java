package com.ceap.storage.table;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A table as data: both adapters and the infrastructure build from it. Partition and sort key are
 * text.
 *
 * @param sortKey the sort key's name, empty where items have a partition key only
 * @param ttlAttribute number attribute with the epoch second from which an item no longer exists
 *     for readers; DynamoDB deletes it within days
 * @param recovery whether point-in-time recovery is worth its price: not for what can be recomputed
 * @param fed how the sort keys begin of the items whose changes a {@link ChangeFeed} gives; empty
 *     where nobody reads the table's changes
 */
public record TableDefinition(
    String name,
    String partitionKey,
    String sortKey,
    List<IndexDefinition> indexes,
    String ttlAttribute,
    boolean recovery,
    List<String> fed) {

  public TableDefinition {
    indexes = List.copyOf(indexes);
    fed = List.copyOf(fed);
    if (name.isBlank() || partitionKey.isBlank() || ttlAttribute.isBlank()) {
      throw new IllegalArgumentException(
          "a table needs a name, a partition key and a ttl attribute, was '" + name + "'");
    }
    for (IndexDefinition index : indexes) {
      requireTtl(name, index, ttlAttribute);
    }
  }

  /** A table whose changes nobody reads. */
  public TableDefinition(
      String name,
      String partitionKey,
      String sortKey,
      List<IndexDefinition> indexes,
      String ttlAttribute,
      boolean recovery) {
    this(name, partitionKey, sortKey, indexes, ttlAttribute, recovery, List.of());
  }

  /** The same table with a change feed of the items whose sort keys begin so. */
  public TableDefinition feeding(List<String> sortKeyPrefixes) {
    return new TableDefinition(
        name, partitionKey, sortKey, indexes, ttlAttribute, recovery, sortKeyPrefixes);
  }

  /** Whether the table has a change feed; on DynamoDB a stream of new images. */
  public boolean hasFeed() {
    return !fed.isEmpty();
  }

  /** Whether the feed gives the items of a key. */
  public boolean feeds(Key key) {
    return fed.stream().anyMatch(key.sort()::startsWith);
  }

  private static void requireTtl(String table, IndexDefinition index, String ttlAttribute) {
    if (index.projection() instanceof Projection.Include(Set<String> names)
        && !names.contains(ttlAttribute)) {
      throw new IllegalArgumentException(
          "index %s of table %s must project '%s', or its readers cannot tell what has expired"
              .formatted(index.name(), table, ttlAttribute));
    }
  }

  public boolean hasSortKey() {
    return !sortKey.isEmpty();
  }

  /**
   * The index of that name.
   *
   * @throws IllegalArgumentException where the table has no index of that name
   */
  public IndexDefinition index(String indexName) {
    return indexes.stream()
        .filter(index -> index.name().equals(indexName))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "table " + name + " has no index '" + indexName + "', only " + indexNames()));
  }

  public Key key(Item item) {
    return new Key(item.text(partitionKey), hasSortKey() ? item.text(sortKey) : "");
  }

  /** The key's attributes as an item. */
  public Item keyItem(Key key) {
    Item.Builder item = Item.builder().with(partitionKey, key.partition());
    return hasSortKey() ? item.with(sortKey, key.sort()).build() : item.build();
  }

  /** Whether the item has outlived its ttl and must not be shown any more. */
  public boolean expired(Item item, Instant now) {
    return expiry(item).map(ttl -> ttl <= now.getEpochSecond()).orElse(false);
  }

  /** The epoch second at which an item expires, where it does. */
  public Optional<Long> expiry(Item item) {
    return item.find(ttlAttribute)
        .filter(Num.class::isInstance)
        .map(ttl -> (long) ((Num) ttl).toDouble());
  }

  /** Where a query that has read just this item would go on. */
  public Position after(Item item, Query query) {
    return new Position.After(item.only(keyNames(query)));
  }

  /** The attributes that say where in a query an item stands: the table's key and the index's. */
  public Set<String> keyNames(Query query) {
    Set<String> names = new HashSet<>(Set.of(partitionKey));
    if (hasSortKey()) {
      names.add(sortKey);
    }
    if (query.onIndex()) {
      IndexDefinition index = index(query.index());
      names.add(index.partition().name());
      names.add(index.sort().name());
    }
    return names;
  }

  /** Names differ; to hash all the rest would be waste where maps are keyed by tables. */
  @Override
  public int hashCode() {
    return name.hashCode();
  }

  private List<String> indexNames() {
    return indexes.stream().map(IndexDefinition::name).toList();
  }
}
