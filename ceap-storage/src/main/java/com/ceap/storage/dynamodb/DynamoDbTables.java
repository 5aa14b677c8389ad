package com.ceap.storage.dynamodb;

import com.ceap.storage.table.Attempt;
import com.ceap.storage.table.BatchSender;
import com.ceap.storage.table.Consistency;
import com.ceap.storage.table.Item;
import com.ceap.storage.table.Key;
import com.ceap.storage.table.Table;
import com.ceap.storage.table.TableDefinition;
import com.ceap.storage.table.Tables;
import com.ceap.storage.table.TransactOutcome;
import com.ceap.storage.table.TransactWrite;
import com.ceap.storage.table.WriteOutcome;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The tables of one account and region whose names begin with a prefix. */
public final class DynamoDbTables implements Tables {

  private static final int TRIES = 8;

  private final DynamoDbClient client;
  private final String prefix;
  private final InstantSource clock;
  private final Transactions transactions;
  private final Map<String, Table> tables = new ConcurrentHashMap<>();

  private DynamoDbTables(DynamoDbClient client, String prefix, InstantSource clock) {
    this.client = client;
    this.prefix = prefix;
    this.clock = clock;
    this.transactions = new Transactions(client, name -> prefix + name);
  }

  /**
   * Tables named prefix + definition's name. The client stays the caller's to close.
   *
   * @param prefix such as {@code ceap-dev-}; may be empty
   */
  public static DynamoDbTables of(DynamoDbClient client, String prefix, InstantSource clock) {
    return new DynamoDbTables(client, prefix, clock);
  }

  @Override
  public Table table(TableDefinition definition) {
    return tables.computeIfAbsent(definition.name(), _ -> create(definition));
  }

  private Table create(TableDefinition definition) {
    return new DynamoDbTable(
        client,
        prefix + definition.name(),
        definition,
        clock,
        sender(DynamoDbTable.WRITE_BATCH),
        sender(DynamoDbTable.READ_BATCH));
  }

  // ThreadLocalRandom is looked up at each use, so that a SnapStart snapshot holds no seed.
  private static BatchSender sender(int batchSize) {
    return new BatchSender(
        batchSize, TRIES, Thread::sleep, () -> ThreadLocalRandom.current().nextLong());
  }

  @Override
  public Map<TableDefinition, Map<Key, Item>> batchGet(
      Map<TableDefinition, Set<Key>> keys, Consistency consistency) {
    return new BatchRead(client, definition -> prefix + definition.name(), clock, consistency)
        .read(keys, sender(DynamoDbTable.READ_BATCH));
  }

  @Override
  public TransactOutcome transact(List<TransactWrite> writes) {
    return transactions.commit(writes);
  }

  /** All at the same time: each is a request of its own. */
  @Override
  public List<Attempt<WriteOutcome>> putEach(List<TransactWrite.Put> puts) {
    if (puts.size() == 1) {
      return Tables.super.putEach(puts);
    }
    List<Future<Attempt<WriteOutcome>>> answers;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      answers = puts.stream().map(put -> threads.submit(() -> attempt(put))).toList();
    }
    return answers.stream().map(Future::resultNow).toList();
  }

  private Attempt<WriteOutcome> attempt(TransactWrite.Put put) {
    return Attempt.of(() -> table(put.table()).put(put.item(), put.condition()));
  }

  /** Creates the tables that are missing, for local use; on AWS the Storage stack does it. */
  public DynamoDbTables createMissing(Collection<TableDefinition> definitions) {
    TableCreation creation = new TableCreation(client);
    definitions.forEach(
        definition -> creation.createMissing(prefix + definition.name(), definition));
    return this;
  }

  @Override
  public void close() {
    tables.clear();
  }
}
