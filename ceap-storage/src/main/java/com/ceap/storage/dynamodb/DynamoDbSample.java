package com.ceap.storage.dynamodb;

import com.ceap.storage.table.Item;
import com.ceap.storage.table.TableDefinition;
import com.ceap.storage.table.TableSample;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/**
 * The beginnings of segments of a parallel scan, chosen at random. A segment is a stretch of the
 * hashes of partition keys, so that each holds about as many items; a page reads a megabyte at
 * most, 128 read units. The count of items is that of DescribeTable, some six hours old.
 */
public final class DynamoDbSample implements TableSample {

  /** Items of a page, and of a segment. */
  private static final int PAGE = 500;

  /** The most that Scan knows: docs.aws.amazon.com, API reference of Scan, TotalSegments. */
  private static final long MOST_SEGMENTS = 1_000_000;

  private final DynamoDbClient client;
  private final String prefix;

  /** As {@link DynamoDbTables#of}. */
  public DynamoDbSample(DynamoDbClient client, String prefix) {
    this.client = client;
    this.prefix = prefix;
  }

  @Override
  public long forEach(TableDefinition table, int most, Consumer<Item> action) {
    String name = prefix + table.name();
    long items =
        Errors.translating(
            name, () -> client.describeTable(r -> r.tableName(name)).table().itemCount());
    if (items <= most) {
      all(name, most, action);
    } else {
      int segments = (int) Math.clamp(items / PAGE, 1, MOST_SEGMENTS);
      for (int i = 0; i < most / PAGE; i++) {
        page(name, ThreadLocalRandom.current().nextInt(segments), segments, Map.of(), action);
      }
    }
    return items;
  }

  /** The count may be old: never more than that many. */
  private void all(String name, int most, Consumer<Item> action) {
    Map<String, AttributeValue> next = Map.of();
    int read = 0;
    do {
      ScanResponse page = page(name, 0, 1, next, action);
      next = page.lastEvaluatedKey();
      read += page.count();
    } while (!next.isEmpty() && read < most);
  }

  private ScanResponse page(
      String name,
      int segment,
      int segments,
      Map<String, AttributeValue> from,
      Consumer<Item> action) {
    ScanResponse page =
        Errors.translating(
            name,
            () ->
                client.scan(
                    r ->
                        r.tableName(name)
                            .segment(segment)
                            .totalSegments(segments)
                            .limit(PAGE)
                            .exclusiveStartKey(from.isEmpty() ? null : from)));
    page.items().stream().map(AttributeValues::item).forEach(action);
    return page;
  }
}
