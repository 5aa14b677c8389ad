package com.ceap.storage.embedded;

import com.ceap.storage.table.BatchWrite;
import com.ceap.storage.table.Condition;
import com.ceap.storage.table.Conditions;
import com.ceap.storage.table.Item;
import com.ceap.storage.table.Key;
import com.ceap.storage.table.Limits;
import com.ceap.storage.table.Page;
import com.ceap.storage.table.Position;
import com.ceap.storage.table.Query;
import com.ceap.storage.table.Table;
import com.ceap.storage.table.TableDefinition;
import com.ceap.storage.table.TransactWrite;
import com.ceap.storage.table.Update;
import com.ceap.storage.table.WriteOutcome;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** One table of {@link MemoryTables}: a map. Queries look at every item. */
final class MemoryTable implements Table {

  private final TableDefinition definition;
  private final ReentrantLock lock;
  private final InstantSource clock;
  private final Map<Key, Item> items = new HashMap<>();
  private final MemoryChanges changes;

  MemoryTable(TableDefinition definition, ReentrantLock lock, InstantSource clock) {
    this.definition = definition;
    this.lock = lock;
    this.clock = clock;
    this.changes = new MemoryChanges(definition);
  }

  @Override
  public TableDefinition definition() {
    return definition;
  }

  @Override
  public Optional<Item> get(Key key) {
    return Optional.ofNullable(batchGet(List.of(key)).get(key));
  }

  @Override
  public Map<Key, Item> batchGet(Collection<Key> keys) {
    keys.forEach(key -> Limits.check(definition, key));
    Instant now = clock.instant();
    return locked(
        () -> {
          Map<Key, Item> found = LinkedHashMap.newLinkedHashMap(keys.size());
          for (Key key : keys) {
            Item item = items.getOrDefault(key, Item.EMPTY);
            if (!item.isEmpty() && !definition.expired(item, now)) {
              found.put(key, item);
            }
          }
          return found;
        });
  }

  @Override
  public Page query(Query query) {
    if (query.from() instanceof Position.End) {
      return new Page(List.of(), Position.END);
    }
    MemoryRange range = new MemoryRange(definition, query);
    List<Item> read =
        locked(
            () ->
                items.values().stream()
                    .filter(range)
                    .sorted(range.order())
                    .limit(query.limit())
                    .toList());
    Position next =
        read.size() < query.limit() ? Position.END : definition.after(read.getLast(), query);
    Instant now = clock.instant();
    return new Page(
        read.stream().filter(item -> !definition.expired(item, now)).map(range::projected).toList(),
        next);
  }

  @Override
  public WriteOutcome put(Item item, Condition condition) {
    return single(new TransactWrite.Put(definition, item, condition));
  }

  @Override
  public WriteOutcome delete(Key key, Condition condition) {
    return single(new TransactWrite.Delete(definition, key, condition));
  }

  @Override
  public WriteOutcome update(Key key, Update update, Condition condition) {
    return single(new TransactWrite.Change(definition, key, update, condition));
  }

  private WriteOutcome single(TransactWrite write) {
    return locked(
        () -> {
          WriteOutcome outcome = outcome(write);
          apply(write, outcome);
          return outcome;
        });
  }

  /** What a write would come to; it is not done yet. */
  WriteOutcome outcome(TransactWrite write) {
    Key key = write.target();
    Limits.check(definition, key);
    Item stored = items.getOrDefault(key, Item.EMPTY);
    if (!Conditions.hold(write.condition(), stored)) {
      return new WriteOutcome.Refused(stored);
    }
    return switch (write) {
      case TransactWrite.Put(_, Item item, _) -> new WriteOutcome.Written(checked(item));
      case TransactWrite.Change(_, _, Update update, _) ->
          new WriteOutcome.Written(
              checked(
                  Conditions.apply(update, stored.isEmpty() ? definition.keyItem(key) : stored)));
      case TransactWrite.Delete _ -> new WriteOutcome.Written(Item.EMPTY);
      case TransactWrite.Check _ -> new WriteOutcome.Written(stored);
    };
  }

  void apply(TransactWrite write, WriteOutcome outcome) {
    if (outcome instanceof WriteOutcome.Written(Item item)) {
      if (item.isEmpty()) {
        remove(write.target());
      } else {
        put(write.target(), item);
      }
    }
  }

  private void put(Key key, Item item) {
    items.put(key, item);
    changes.written(key, item, clock.instant());
  }

  private void remove(Key key) {
    items.remove(key);
    changes.deleted(key);
  }

  /** The items that were written in a time. */
  List<Item> changed(Instant from, Instant to) {
    return locked(() -> changes.in(from, to));
  }

  private Item checked(Item item) {
    Limits.check(definition, item);
    return item;
  }

  @Override
  public void batchWrite(List<BatchWrite> writes) {
    writes.forEach(this::check);
    locked(
        () -> {
          for (BatchWrite write : writes) {
            switch (write) {
              case BatchWrite.Put(Item item) -> put(definition.key(item), item);
              case BatchWrite.Delete(Key key) -> remove(key);
            }
          }
          return writes;
        });
  }

  private void check(BatchWrite write) {
    switch (write) {
      case BatchWrite.Put(Item item) -> Limits.check(definition, item);
      case BatchWrite.Delete(Key key) -> Limits.check(definition, key);
    }
  }

  private <T> T locked(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }
}
