package com.ceap.storage.embedded;

import com.ceap.model.error.CeapException;
import com.ceap.storage.table.Attempt;
import com.ceap.storage.table.BatchWrite;
import com.ceap.storage.table.Condition;
import com.ceap.storage.table.Conditions;
import com.ceap.storage.table.Item;
import com.ceap.storage.table.Key;
import com.ceap.storage.table.Limits;
import com.ceap.storage.table.Page;
import com.ceap.storage.table.Position;
import com.ceap.storage.table.Projection;
import com.ceap.storage.table.Query;
import com.ceap.storage.table.Table;
import com.ceap.storage.table.TableDefinition;
import com.ceap.storage.table.TransactWrite;
import com.ceap.storage.table.Update;
import com.ceap.storage.table.WriteOutcome;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One table in SQLite. Conditions and updates are worked out here, under the write lock. */
final class SqliteTable implements Table {

  // DynamoDB counts at most 21 bytes for a value that takes two here.
  private static final int SURELY_SMALL_BYTES = Limits.ITEM_BYTES / 12;

  private final Database database;
  private final Layout layout;
  private final RowWriter rows;
  private final InstantSource clock;

  SqliteTable(Database database, Layout layout, InstantSource clock) {
    this.database = database;
    this.layout = layout;
    this.rows = new RowWriter(layout);
    this.clock = clock;
  }

  @Override
  public TableDefinition definition() {
    return layout.table();
  }

  @Override
  public Optional<Item> get(Key key) {
    Limits.check(definition(), key);
    Item item = database.read(session -> rows.stored(session, key));
    return item.isEmpty() || definition().expired(item, clock.instant())
        ? Optional.empty()
        : Optional.of(item);
  }

  @Override
  public Map<Key, Item> batchGet(Collection<Key> keys) {
    check(keys);
    return database.read(session -> read(session, keys));
  }

  void check(Collection<Key> keys) {
    keys.forEach(key -> Limits.check(definition(), key));
  }

  /** The items of these keys, inside the caller's snapshot. */
  Map<Key, Item> read(Session session, Collection<Key> keys) throws SQLException {
    Instant now = clock.instant();
    Map<Key, Item> found = rows.stored(session, keys);
    found.values().removeIf(item -> definition().expired(item, now));
    return found;
  }

  @Override
  public Page query(Query query) {
    if (query.from() instanceof Position.End) {
      return new Page(List.of(), Position.END);
    }
    RangeSql sql = RangeSql.of(layout, query);
    List<Item> read = database.read(session -> select(session, sql));
    Position next =
        read.size() < query.limit() ? Position.END : definition().after(read.getLast(), query);
    Instant now = clock.instant();
    List<Item> shown = read.stream().filter(item -> !definition().expired(item, now)).toList();
    return new Page(projected(shown, query), next);
  }

  private List<Item> select(Session session, RangeSql range) throws SQLException {
    PreparedStatement statement = session.prepared(range.sql());
    for (int i = 0; i < range.parameters().size(); i++) {
      statement.setObject(i + 1, range.parameters().get(i));
    }
    List<Item> items = new ArrayList<>();
    try (ResultSet found = statement.executeQuery()) {
      while (found.next()) {
        items.add(layout.item(found));
      }
    }
    return items;
  }

  // SQLite reads the whole row anyway; readers must not grow used to more than DynamoDB gives.
  private List<Item> projected(List<Item> items, Query query) {
    if (!query.onIndex()
        || !(definition().index(query.index()).projection()
            instanceof Projection.Include include)) {
      return items;
    }
    Set<String> names = new HashSet<>(include.names());
    names.addAll(definition().keyNames(query));
    return items.stream().map(item -> item.only(names)).toList();
  }

  @Override
  public WriteOutcome put(Item item, Condition condition) {
    return single(new TransactWrite.Put(definition(), item, condition));
  }

  @Override
  public WriteOutcome delete(Key key, Condition condition) {
    return single(new TransactWrite.Delete(definition(), key, condition));
  }

  @Override
  public WriteOutcome update(Key key, Update update, Condition condition) {
    return single(new TransactWrite.Change(definition(), key, update, condition));
  }

  private WriteOutcome single(TransactWrite write) {
    check(write);
    return database.write(session -> apply(session, write));
  }

  void check(TransactWrite write) {
    switch (write) {
      case TransactWrite.Put put -> Limits.check(definition(), put.item());
      case TransactWrite.Delete(_, Key key, _) -> Limits.check(definition(), key);
      case TransactWrite.Change(_, Key key, _, _) -> Limits.check(definition(), key);
      case TransactWrite.Check(_, Key key, _) -> Limits.check(definition(), key);
    }
  }

  /** One conditional write inside the caller's transaction. */
  WriteOutcome apply(Session session, TransactWrite write) throws SQLException {
    Item stored =
        write instanceof TransactWrite.Put && write.condition() instanceof Condition.Always
            ? Item.EMPTY
            : rows.stored(session, write.target());
    if (!Conditions.hold(write.condition(), stored)) {
      return new WriteOutcome.Refused(stored);
    }
    return switch (write) {
      case TransactWrite.Put(_, Item item, _) -> store(session, item);
      case TransactWrite.Change(_, Key key, Update update, _) ->
          store(
              session,
              Conditions.apply(update, stored.isEmpty() ? definition().keyItem(key) : stored));
      case TransactWrite.Delete(_, Key key, _) -> {
        rows.delete(session, List.of(key));
        yield new WriteOutcome.Written(Item.EMPTY);
      }
      case TransactWrite.Check _ -> new WriteOutcome.Written(stored);
    };
  }

  /** A put as it is made inside a caller's transaction, with what needs no transaction done. */
  SqlitePut prepared(TransactWrite.Put put) {
    Attempt<Row> row =
        Attempt.of(
            () -> {
              check(put);
              return layout.row(put.item(), new ByteSink());
            });
    return session -> apply(session, put, row);
  }

  private Attempt<WriteOutcome> apply(Session session, TransactWrite.Put put, Attempt<Row> row)
      throws SQLException {
    return switch (row) {
      case Attempt.Failed<Row>(CeapException why) -> new Attempt.Failed<>(why);
      case Attempt.Answered<Row>(Row ready) -> new Attempt.Answered<>(apply(session, put, ready));
    };
  }

  private WriteOutcome apply(Session session, TransactWrite.Put put, Row row) throws SQLException {
    Item stored = rows.stored(session, row.key());
    if (!Conditions.hold(put.condition(), stored)) {
      return new WriteOutcome.Refused(stored);
    }
    rows.upsert(session, List.of(row), clock.instant());
    return new WriteOutcome.Written(put.item());
  }

  private WriteOutcome store(Session session, Item item) throws SQLException {
    Limits.check(definition(), item);
    rows.upsert(session, List.of(layout.row(item, new ByteSink())), clock.instant());
    return new WriteOutcome.Written(item);
  }

  /**
   * One transaction, whatever the number: all of it is written or nothing. Writes of one key take
   * effect in the order given, so that the last one wins.
   */
  @Override
  public void batchWrite(List<BatchWrite> writes) {
    // Encoding happens before the lock is taken, so that two writers share the work.
    List<Row> rowsToPut = new ArrayList<>(writes.size());
    Set<Key> keysToDelete = new HashSet<>();
    ByteSink sink = new ByteSink();
    for (BatchWrite write : writes) {
      switch (write) {
        case BatchWrite.Put(Item item) -> {
          Limits.checkKeys(definition(), item);
          Row row = layout.row(item, sink);
          if (row.body().length > SURELY_SMALL_BYTES) {
            Limits.check(definition(), item);
          }
          rowsToPut.add(row);
          if (!keysToDelete.isEmpty()) {
            keysToDelete.remove(row.key());
          }
        }
        case BatchWrite.Delete(Key key) -> {
          Limits.check(definition(), key);
          keysToDelete.add(key);
        }
      }
    }
    database.write(
        session -> {
          rows.upsert(session, rowsToPut, clock.instant());
          rows.delete(session, keysToDelete);
          return writes.size();
        });
  }
}
