package com.ceap.storage;

import com.ceap.model.ScoredCandidate;
import com.ceap.storage.dynamodb.DynamoDbTables;
import com.ceap.storage.dynamodb.LocalDynamoDb;
import com.ceap.storage.table.MutableClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * Measures Store on DynamoDB Local against bare BatchWriteItem of the same items with the same
 * client; no test, run by hand. Arguments: candidates, rounds, threads.
 */
final class DynamoDbStoreThroughput {
  private static final String TABLE = "candidates";

  private DynamoDbStoreThroughput() {}

  public static void main(String[] args) throws Exception {
    int count = Integer.parseInt(args[0]);
    int rounds = Integer.parseInt(args[1]);
    int threads = Integer.parseInt(args[2]);
    List<List<ScoredCandidate>> chunks = StoreThroughput.chunks(count, 500);
    try (LocalDynamoDb local = new LocalDynamoDb()) {
      for (int round = 0; round < rounds; round++) {
        String prefix = "r" + round + "-";
        double store = store(local.client(), prefix, chunks, threads);
        List<Map<String, AttributeValue>> items = items(local.client(), prefix);
        double bare = bare(local.client(), "b" + prefix, items, threads);
        System.out.printf(
            "%d items: Store %.0f/s, bare %.0f/s, ratio %.2f%n",
            items.size(), items.size() / store, items.size() / bare, bare / store);
      }
    }
  }

  private static double store(
      DynamoDbClient client, String prefix, List<List<ScoredCandidate>> chunks, int threads)
      throws Exception {
    MutableClock clock = new MutableClock();
    DynamoDbTables tables = DynamoDbTables.of(client, prefix, clock);
    tables.createMissing(CeapTables.ALL);
    Stores stores = Stores.on(tables, clock);
    long start = System.nanoTime();
    StoreThroughput.store(stores, chunks, threads, clock.instant());
    return (System.nanoTime() - start) / 1e9;
  }

  private static List<Map<String, AttributeValue>> items(DynamoDbClient client, String prefix) {
    return client.scanPaginator(r -> r.tableName(prefix + TABLE)).items().stream().toList();
  }

  private static double bare(
      DynamoDbClient client, String prefix, List<Map<String, AttributeValue>> items, int threads)
      throws Exception {
    DynamoDbTables.of(client, prefix, new MutableClock()).createMissing(CeapTables.ALL);
    long start = System.nanoTime();
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Future<?>> done = new ArrayList<>();
      for (int from = 0; from < items.size(); from += 25) {
        List<WriteRequest> batch =
            items.subList(from, Math.min(items.size(), from + 25)).stream()
                .map(item -> WriteRequest.builder().putRequest(p -> p.item(item)).build())
                .toList();
        Map<String, List<WriteRequest>> request = Map.of(prefix + TABLE, batch);
        done.add(pool.submit(() -> client.batchWriteItem(r -> r.requestItems(request))));
      }
      for (Future<?> future : done) {
        future.get();
      }
    }
    return (System.nanoTime() - start) / 1e9;
  }
}
