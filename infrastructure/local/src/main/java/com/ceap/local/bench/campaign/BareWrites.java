package com.ceap.local.bench.campaign;

import com.ceap.storage.CeapTables;
import com.ceap.storage.table.Attempt;
import com.ceap.storage.table.Condition;
import com.ceap.storage.table.Consistency;
import com.ceap.storage.table.Item;
import com.ceap.storage.table.Key;
import com.ceap.storage.table.Tables;
import com.ceap.storage.table.TransactWrite;
import com.ceap.storage.table.Value;
import com.ceap.storage.table.WriteOutcome;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The conditional writes of a campaign and nothing besides: the very items that it has written, on
 * the same conditions, to a copy of the store as it was before. As many in a transaction as it
 * takes for more to gain nothing. Thread-safe.
 */
final class BareWrites {
  /** Messages whose ledgers, then whose records, are written in one transaction. */
  static final int TOGETHER = 500;

  private static final Condition RECORDABLE =
      Condition.any(Condition.ABSENT, Condition.equal("state", Value.of("UNKNOWN")));

  private final Tables written;
  private final Tables copy;

  /**
   * @param written where the campaign has written
   * @param copy the store as it was before
   */
  BareWrites(Tables written, Tables copy) {
    this.written = written;
    this.copy = copy;
  }

  /** What was written for some messages, read but not yet written. */
  record Batch(List<TransactWrite.Put> ledgers, List<TransactWrite.Put> records) {}

  /**
   * Reads what was written for some messages.
   *
   * @param keys their customers by their ids
   */
  Batch read(Map<String, String> keys) {
    return new Batch(
        puts(keys.values().stream().map(id -> Key.of(id, "0LEDGER")).toList(), Condition.ABSENT),
        puts(
            keys.entrySet().stream()
                .map(each -> Key.of(each.getValue(), "4MESSAGE#" + each.getKey()))
                .toList(),
            RECORDABLE));
  }

  private List<TransactWrite.Put> puts(List<Key> keys, Condition condition) {
    Set<Key> wanted = new LinkedHashSet<>(keys);
    Map<Key, Item> found =
        written
            .batchGet(Map.of(CeapTables.CANDIDATES, wanted), Consistency.STRONG)
            .get(CeapTables.CANDIDATES);
    if (found.size() != wanted.size()) {
      throw new IllegalStateException("the campaign has not written every message");
    }
    List<TransactWrite.Put> puts = new ArrayList<>(keys.size());
    for (Key key : wanted) {
      puts.add(new TransactWrite.Put(CeapTables.CANDIDATES, found.get(key), condition));
    }
    return puts;
  }

  void write(Batch batch) {
    write(batch.ledgers());
    write(batch.records());
  }

  private void write(List<TransactWrite.Put> puts) {
    for (Attempt<WriteOutcome> attempt : copy.putEach(puts)) {
      if (!(attempt instanceof Attempt.Answered<WriteOutcome>(WriteOutcome.Written _))) {
        throw new IllegalStateException("the floor's store has another state than the campaign's");
      }
    }
  }
}
