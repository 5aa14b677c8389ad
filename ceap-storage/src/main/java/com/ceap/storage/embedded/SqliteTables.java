package com.ceap.storage.embedded;

import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.storage.table.Attempt;
import com.ceap.storage.table.ChangeFeed;
import com.ceap.storage.table.Consistency;
import com.ceap.storage.table.Item;
import com.ceap.storage.table.Key;
import com.ceap.storage.table.Limits;
import com.ceap.storage.table.TableDefinition;
import com.ceap.storage.table.TableSample;
import com.ceap.storage.table.Tables;
import com.ceap.storage.table.TransactOutcome;
import com.ceap.storage.table.TransactWrite;
import com.ceap.storage.table.WriteOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The tables of one SQLite file; a table comes into being when it is first asked for. Durable when
 * the process is killed; other processes may read and write the file at the same time.
 */
public final class SqliteTables implements Tables {

  private final Database database;
  private final InstantSource clock;
  private final Map<String, SqliteTable> tables = new ConcurrentHashMap<>();

  private SqliteTables(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Opens or creates the file and its folder.
   *
   * @throws CeapException STORE_INCOMPATIBLE where a newer release has written it
   */
  public static SqliteTables open(Path file, InstantSource clock) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
    } catch (IOException e) {
      throw new CeapException(
          ErrorCode.STORE_UNAVAILABLE, "cannot create the folder of the database " + file, e);
    }
    return new SqliteTables(new Database(new Connections(file)), clock);
  }

  @Override
  public SqliteTable table(TableDefinition definition) {
    return tables.computeIfAbsent(definition.name(), _ -> create(definition));
  }

  private SqliteTable create(TableDefinition definition) {
    Layout layout = new Layout(definition);
    database.write(
        session -> {
          for (String statement : layout.create()) {
            session.execute(statement);
          }
          new FeedLayout(layout).create(session, clock.instant());
          return definition;
        });
    return new SqliteTable(database, layout, clock);
  }

  /** What changed in these tables within {@value ChangeFeed#DAYS} days. Thread-safe. */
  public ChangeFeed changes() {
    return new SqliteChangeFeed(this, clock);
  }

  /** Looks at some items, the expired ones included. Thread-safe. */
  public TableSample sample() {
    return new SqliteSample(this);
  }

  /**
   * Deletes the items of a table whose ttl passed before a moment, as DynamoDB does by itself.
   *
   * @return how many
   */
  public long deleteExpired(TableDefinition table, Instant before) {
    return new ExpiredRows(this).delete(table, before);
  }

  Database database() {
    return database;
  }

  /** All of it of one snapshot, which is always up to date; whoever reads strongly is to write. */
  @Override
  public Map<TableDefinition, Map<Key, Item>> batchGet(
      Map<TableDefinition, Set<Key>> keys, Consistency consistency) {
    keys.forEach((definition, wanted) -> table(definition).check(wanted));
    return switch (consistency) {
      case EVENTUAL -> database.read(session -> read(session, keys));
      case STRONG -> database.readToWrite(session -> read(session, keys));
    };
  }

  private Map<TableDefinition, Map<Key, Item>> read(
      Session session, Map<TableDefinition, Set<Key>> keys) throws SQLException {
    Map<TableDefinition, Map<Key, Item>> found = HashMap.newHashMap(keys.size());
    for (Map.Entry<TableDefinition, Set<Key>> wanted : keys.entrySet()) {
      found.put(wanted.getKey(), table(wanted.getKey()).read(session, wanted.getValue()));
    }
    return found;
  }

  @Override
  public TransactOutcome transact(List<TransactWrite> writes) {
    Limits.check(writes);
    writes.forEach(write -> table(write.table()).check(write));
    try {
      return database.write(session -> applyAll(session, writes));
    } catch (RefusedTransaction e) {
      return new TransactOutcome.Refused(e.positions);
    }
  }

  private TransactOutcome applyAll(Session session, List<TransactWrite> writes)
      throws SQLException {
    List<Integer> refused = new ArrayList<>();
    for (int i = 0; i < writes.size(); i++) {
      TransactWrite write = writes.get(i);
      if (table(write.table()).apply(session, write) instanceof WriteOutcome.Refused) {
        refused.add(i);
      }
    }
    if (!refused.isEmpty()) {
      throw new RefusedTransaction(refused);
    }
    return new TransactOutcome.Committed();
  }

  /** One transaction, whatever the number; where it fails nothing was written. */
  @Override
  public List<Attempt<WriteOutcome>> putEach(List<TransactWrite.Put> puts) {
    List<SqlitePut> prepared = puts.stream().map(put -> table(put.table()).prepared(put)).toList();
    try {
      return database.write(session -> putEach(session, prepared));
    } catch (CeapException e) {
      return Collections.nCopies(puts.size(), new Attempt.Failed<>(e));
    }
  }

  private static List<Attempt<WriteOutcome>> putEach(Session session, List<SqlitePut> puts)
      throws SQLException {
    List<Attempt<WriteOutcome>> outcomes = new ArrayList<>(puts.size());
    for (SqlitePut put : puts) {
      outcomes.add(put.on(session));
    }
    return outcomes;
  }

  @Override
  public void close() {
    database.close();
  }

  /** Unwinds to the rollback; never leaves this class. */
  private static final class RefusedTransaction extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient List<Integer> positions;

    RefusedTransaction(List<Integer> positions) {
      super("a condition did not hold", null, false, false);
      this.positions = positions;
    }
  }
}
