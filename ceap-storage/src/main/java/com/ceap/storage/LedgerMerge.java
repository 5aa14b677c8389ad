package com.ceap.storage;

import static com.ceap.storage.CeapTables.CANDIDATES;

import com.ceap.model.LedgerEntry;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.storage.table.Condition;
import com.ceap.storage.table.Item;
import com.ceap.storage.table.Key;
import com.ceap.storage.table.Limits;
import com.ceap.storage.table.Tables;
import com.ceap.storage.table.TransactOutcome;
import com.ceap.storage.table.TransactWrite;
import com.ceap.storage.table.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Changes many customers' ledgers at once, for imports: it prunes nothing. */
record LedgerMerge(Tables tables, Function<String, Key> keyOf) {

  private static final int TRIES = 20;

  // A transaction is DynamoDB's only batch with conditions.
  void all(Map<String, List<LedgerEntry>> changes) {
    List<String> customers = List.copyOf(changes.keySet());
    for (int from = 0; from < customers.size(); from += Limits.TRANSACT_ITEMS) {
      int to = Math.min(customers.size(), from + Limits.TRANSACT_ITEMS);
      Map<String, List<LedgerEntry>> some = new LinkedHashMap<>();
      customers.subList(from, to).forEach(customer -> some.put(customer, changes.get(customer)));
      mergeOnce(some);
    }
  }

  private void mergeOnce(Map<String, List<LedgerEntry>> changes) {
    for (int attempt = 0; attempt < TRIES; attempt++) {
      List<TransactWrite> writes = writes(changes);
      if (writes.isEmpty() || tables.transact(writes) instanceof TransactOutcome.Committed) {
        return;
      }
    }
    throw new CeapException(
        ErrorCode.STORE_CONFLICT,
        "%d ledgers were written by others %d times in a row".formatted(changes.size(), TRIES));
  }

  private List<TransactWrite> writes(Map<String, List<LedgerEntry>> changes) {
    List<TransactWrite> writes = new ArrayList<>();
    read(changes.keySet())
        .forEach(
            (customer, ledger) -> {
              LedgerItem changed = ledger.with(changes.get(customer));
              if (!changed.equals(ledger)) {
                writes.add(put(keyOf.apply(customer), changed, ledger.version()));
              }
            });
    return writes;
  }

  static TransactWrite put(Key key, LedgerItem ledger, long version) {
    return new TransactWrite.Put(
        CANDIDATES, LedgerCodec.next(key, ledger).build(), unchanged(version));
  }

  static Condition unchanged(long version) {
    return version == 0
        ? Condition.ABSENT
        : Condition.equal(LedgerCodec.VERSION, Value.of(version));
  }

  Map<String, LedgerItem> read(Set<String> customerIds) {
    List<Key> keys = customerIds.stream().map(keyOf).toList();
    Map<Key, Item> stored = tables.table(CANDIDATES).batchGet(keys);
    Map<String, LedgerItem> items = LinkedHashMap.newLinkedHashMap(keys.size());
    for (Key key : keys) {
      items.put(key.partition(), LedgerCodec.decode(stored.getOrDefault(key, Item.EMPTY)));
    }
    return items;
  }
}
