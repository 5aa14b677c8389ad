package com.ceap.storage.embedded;

import com.ceap.storage.table.BatchSender;
import com.ceap.storage.table.BatchWrite;
import com.ceap.storage.table.ChangeFeed;
import com.ceap.storage.table.Consistency;
import com.ceap.storage.table.Item;
import com.ceap.storage.table.Key;
import com.ceap.storage.table.Table;
import com.ceap.storage.table.TableDefinition;
import com.ceap.storage.table.Tables;
import com.ceap.storage.table.TransactOutcome;
import com.ceap.storage.table.TransactWrite;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A store that does to its callers, by a seed, all that DynamoDB may do: indexes lag behind, pages
 * are short or empty although more follow, batches come back in part, transactions conflict, and
 * what has expired is never deleted. For tests; used by one thread.
 */
public final class HostileTables implements Tables {

  private static final int READ_BATCH = 100;

  private final SqliteTables truth;
  private final SqliteTables indexes;
  private final SplittableRandom random;
  private final Map<String, HostileTable> tables = new ConcurrentHashMap<>();

  private HostileTables(SqliteTables truth, SqliteTables indexes, long seed) {
    this.truth = truth;
    this.indexes = indexes;
    this.random = new SplittableRandom(seed);
  }

  /** Opens a store in a folder of its own. */
  public static HostileTables open(Path folder, InstantSource clock, long seed) {
    return new HostileTables(
        SqliteTables.open(folder.resolve("truth.db"), clock),
        SqliteTables.open(folder.resolve("indexes.db"), clock),
        seed);
  }

  @Override
  public HostileTable table(TableDefinition definition) {
    return tables.computeIfAbsent(
        definition.name(),
        _ ->
            new HostileTable(truth.table(definition), indexes.table(definition), sender(), random));
  }

  private BatchSender sender() {
    return new BatchSender(HostileTable.WRITE_BATCH, 20, _ -> {}, random);
  }

  /** Batches of 100 keys, of which a random part comes back unprocessed. */
  @Override
  public Map<TableDefinition, Map<Key, Item>> batchGet(
      Map<TableDefinition, Set<Key>> keys, Consistency consistency) {
    Map<TableDefinition, Map<Key, Item>> found = new HashMap<>();
    List<Map.Entry<TableDefinition, Key>> wanted = new ArrayList<>();
    keys.forEach(
        (table, some) -> {
          found.put(table, new LinkedHashMap<>());
          some.forEach(key -> wanted.add(Map.entry(table, key)));
        });
    new BatchSender(READ_BATCH, 20, _ -> {}, random)
        .send(wanted, batch -> readSome(batch, found), "reads");
    return found;
  }

  private List<Map.Entry<TableDefinition, Key>> readSome(
      List<Map.Entry<TableDefinition, Key>> batch, Map<TableDefinition, Map<Key, Item>> found) {
    List<Map.Entry<TableDefinition, Key>> unprocessed = new ArrayList<>();
    for (Map.Entry<TableDefinition, Key> one : batch) {
      if (random.nextInt(4) == 0) {
        unprocessed.add(one);
      } else {
        found.get(one.getKey()).putAll(truth.table(one.getKey()).batchGet(List.of(one.getValue())));
      }
    }
    return unprocessed;
  }

  /** One transaction in four conflicts; such a one has written nothing. */
  @Override
  public TransactOutcome transact(List<TransactWrite> writes) {
    if (random.nextInt(4) == 0) {
      return new TransactOutcome.Conflicted();
    }
    TransactOutcome outcome = truth.transact(writes);
    if (outcome instanceof TransactOutcome.Committed) {
      for (TransactWrite write : writes) {
        Table table = truth.table(write.table());
        BatchWrite now =
            table
                .get(write.target())
                .map(BatchWrite::put)
                .orElseGet(() -> BatchWrite.delete(write.target()));
        table(write.table()).replicate(now);
      }
    }
    return outcome;
  }

  /** What changed; a feed lags behind no longer than its day. */
  public ChangeFeed changes() {
    return truth.changes();
  }

  /** Lets every index catch up. */
  public void settle() {
    tables.values().forEach(HostileTable::settle);
  }

  @Override
  public void close() {
    truth.close();
    indexes.close();
  }
}
