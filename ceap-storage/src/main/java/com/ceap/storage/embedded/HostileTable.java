package com.ceap.storage.embedded;

import com.ceap.storage.table.BatchSender;
import com.ceap.storage.table.BatchWrite;
import com.ceap.storage.table.Condition;
import com.ceap.storage.table.Item;
import com.ceap.storage.table.Key;
import com.ceap.storage.table.Page;
import com.ceap.storage.table.Position;
import com.ceap.storage.table.Query;
import com.ceap.storage.table.Table;
import com.ceap.storage.table.TableDefinition;
import com.ceap.storage.table.Update;
import com.ceap.storage.table.WriteOutcome;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** One table of {@link HostileTables}; its indexes are a second copy that lags behind. */
public final class HostileTable implements Table {

  static final int WRITE_BATCH = 25;

  private final Table truth;
  private final Table indexes;
  private final BatchSender sender;
  private final SplittableRandom random;
  private final Deque<BatchWrite> lagging = new ArrayDeque<>();
  private long offered;
  private long accepted;

  HostileTable(Table truth, Table indexes, BatchSender sender, SplittableRandom random) {
    this.truth = truth;
    this.indexes = indexes;
    this.sender = sender;
    this.random = random;
  }

  /** How many batched writes callers have offered, those sent again included. */
  public long offered() {
    return offered;
  }

  /** How many batched writes were processed. */
  public long accepted() {
    return accepted;
  }

  @Override
  public TableDefinition definition() {
    return truth.definition();
  }

  @Override
  public Optional<Item> get(Key key) {
    return truth.get(key);
  }

  @Override
  public Map<Key, Item> batchGet(Collection<Key> keys) {
    return truth.batchGet(keys);
  }

  /** A random part of the page, and sometimes nothing although more follows. */
  @Override
  public Page query(Query query) {
    if (query.onIndex()) {
      catchUp(random.nextInt(lagging.size() + 1));
    }
    if (!(query.from() instanceof Position.End) && random.nextInt(5) == 0) {
      return new Page(List.of(), query.from());
    }
    Query shorter = query.limit(1 + random.nextInt(query.limit()));
    return (query.onIndex() ? indexes : truth).query(shorter);
  }

  @Override
  public WriteOutcome put(Item item, Condition condition) {
    return replicated(definition().key(item), truth.put(item, condition));
  }

  @Override
  public WriteOutcome delete(Key key, Condition condition) {
    return replicated(key, truth.delete(key, condition));
  }

  @Override
  public WriteOutcome update(Key key, Update update, Condition condition) {
    return replicated(key, truth.update(key, update, condition));
  }

  /** Batches of 25, of which a random part comes back unprocessed. */
  @Override
  public void batchWrite(List<BatchWrite> writes) {
    // As on DynamoDB, of several writes of one key only the last is sent.
    Map<Key, BatchWrite> last = new LinkedHashMap<>();
    for (BatchWrite write : writes) {
      last.put(key(write), write);
    }
    sender.send(List.copyOf(last.values()), this::some, "writes to table " + definition().name());
  }

  private Key key(BatchWrite write) {
    return switch (write) {
      case BatchWrite.Put(Item item) -> definition().key(item);
      case BatchWrite.Delete(Key key) -> key;
    };
  }

  private List<BatchWrite> some(List<BatchWrite> batch) {
    List<BatchWrite> processed = new ArrayList<>();
    List<BatchWrite> unprocessed = new ArrayList<>();
    for (BatchWrite write : batch) {
      (random.nextInt(4) == 0 ? unprocessed : processed).add(write);
    }
    offered += batch.size();
    accepted += processed.size();
    truth.batchWrite(processed);
    lagging.addAll(processed);
    return unprocessed;
  }

  private WriteOutcome replicated(Key key, WriteOutcome outcome) {
    if (outcome instanceof WriteOutcome.Written(Item item)) {
      replicate(item.isEmpty() ? BatchWrite.delete(key) : BatchWrite.put(item));
    }
    return outcome;
  }

  void replicate(BatchWrite write) {
    lagging.add(write);
  }

  void settle() {
    catchUp(lagging.size());
  }

  private void catchUp(int writes) {
    List<BatchWrite> due = new ArrayList<>();
    for (int i = 0; i < writes; i++) {
      due.add(lagging.removeFirst());
    }
    indexes.batchWrite(due);
  }
}
