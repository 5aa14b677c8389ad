package com.ceap.storage;

import com.ceap.model.CandidateKey;
import com.ceap.storage.table.CompositeKey;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Spreads an index partition over several, by customer, since DynamoDB takes a thousand writes a
 * second on each.
 *
 * @param count never changed while the table lives
 */
record IndexShards(int count) {

  IndexShards {
    if (count < 1 || count > 1000) {
      throw new IllegalArgumentException("a table has 1 to 1000 index shards, was " + count);
    }
  }

  String partition(CandidateKey key, String group) {
    int shard = Math.floorMod(key.customerId().hashCode(), count);
    return partition(key.programId(), key.marketplace(), group, shard);
  }

  /** All partitions of a channel or category, in a fixed order. */
  List<String> partitions(String program, String marketplace, String group) {
    return IntStream.range(0, count)
        .mapToObj(i -> partition(program, marketplace, group, i))
        .toList();
  }

  private static String partition(String program, String marketplace, String group, int shard) {
    return CompositeKey.of(program, marketplace, group, Integer.toString(shard));
  }
}
