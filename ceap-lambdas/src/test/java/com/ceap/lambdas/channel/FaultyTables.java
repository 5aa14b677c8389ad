package com.ceap.lambdas.channel;

import com.ceap.storage.table.Attempt;
import com.ceap.storage.table.BatchWrite;
import com.ceap.storage.table.Condition;
import com.ceap.storage.table.Consistency;
import com.ceap.storage.table.Item;
import com.ceap.storage.table.Key;
import com.ceap.storage.table.Page;
import com.ceap.storage.table.Query;
import com.ceap.storage.table.Table;
import com.ceap.storage.table.TableDefinition;
import com.ceap.storage.table.Tables;
import com.ceap.storage.table.TransactOutcome;
import com.ceap.storage.table.TransactWrite;
import com.ceap.storage.table.Update;
import com.ceap.storage.table.WriteOutcome;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Tables between whose calls something may happen. */
public record FaultyTables(Tables tables, Calls calls) implements Tables {
  /** What happens around each call. */
  public interface Calls {
    void before();

    /** The call was made, whatever is thrown here. */
    void after();

    /** Items of so many keys are about to be read together. */
    default void reads(int keys) {}

    /** A write was made, whether or not its conditions held. */
    default void written() {}

    /** Whether a transaction meets another one. */
    default boolean conflicts() {
      return false;
    }

    /**
     * Whether the answer to a write gets lost on the way, so that the store's client sends it again
     * by itself; others may come in between.
     */
    default boolean sendsAgain() {
      return false;
    }

    /** Whether several puts are made as one call, all or none, as on one machine. */
    default boolean together() {
      return false;
    }
  }

  private static <T> T made(Calls calls, Supplier<T> call) {
    calls.before();
    T result = call.get();
    calls.after();
    return result;
  }

  private static <T> T written(Calls calls, Supplier<T> call) {
    return made(
        calls,
        () -> {
          T result = call.get();
          calls.written();
          return result;
        });
  }

  @Override
  public Table table(TableDefinition definition) {
    return new FaultyTable(tables.table(definition), calls);
  }

  @Override
  public Map<TableDefinition, Map<Key, Item>> batchGet(
      Map<TableDefinition, Set<Key>> keys, Consistency consistency) {
    calls.reads(keys.values().stream().mapToInt(Set::size).sum());
    return made(calls, () -> tables.batchGet(keys, consistency));
  }

  @Override
  public TransactOutcome transact(List<TransactWrite> writes) {
    return calls.conflicts()
        ? new TransactOutcome.Conflicted()
        : written(calls, () -> tables.transact(writes));
  }

  @Override
  public List<Attempt<WriteOutcome>> putEach(List<TransactWrite.Put> puts) {
    return calls.together()
        ? written(calls, () -> tables.putEach(puts))
        : Tables.super.putEach(puts);
  }

  @Override
  public void close() {
    tables.close();
  }

  private record FaultyTable(Table table, Calls calls) implements Table {
    @Override
    public TableDefinition definition() {
      return table.definition();
    }

    @Override
    public Optional<Item> get(Key key) {
      return made(calls, () -> table.get(key));
    }

    @Override
    public Map<Key, Item> batchGet(Collection<Key> keys) {
      return made(calls, () -> table.batchGet(keys));
    }

    @Override
    public Page query(Query query) {
      return made(calls, () -> table.query(query));
    }

    @Override
    public WriteOutcome put(Item item, Condition condition) {
      return written(calls, () -> sent(() -> table.put(item, condition)));
    }

    @Override
    public WriteOutcome delete(Key key, Condition condition) {
      return written(calls, () -> table.delete(key, condition));
    }

    @Override
    public WriteOutcome update(Key key, Update update, Condition condition) {
      return written(calls, () -> sent(() -> table.update(key, update, condition)));
    }

    private WriteOutcome sent(Supplier<WriteOutcome> write) {
      WriteOutcome outcome = write.get();
      calls.written();
      return calls.sendsAgain() ? write.get() : outcome;
    }

    @Override
    public void batchWrite(List<BatchWrite> writes) {
      written(
          calls,
          () -> {
            table.batchWrite(writes);
            return writes;
          });
    }
  }
}
