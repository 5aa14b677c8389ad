package com.ceap.storage;

import static com.ceap.storage.CeapTables.CANDIDATES;

import com.ceap.model.Consent;
import com.ceap.model.CustomerLedger;
import com.ceap.model.CustomerLedger.OptOut;
import com.ceap.model.CustomerLedger.Purchase;
import com.ceap.model.CustomerLedger.Send;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.model.port.CustomerLedgers;
import com.ceap.storage.table.Condition;
import com.ceap.storage.table.Item;
import com.ceap.storage.table.Key;
import com.ceap.storage.table.Limits;
import com.ceap.storage.table.Table;
import com.ceap.storage.table.Tables;
import com.ceap.storage.table.TransactOutcome;
import com.ceap.storage.table.TransactWrite;
import com.ceap.storage.table.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Customers' ledgers. Every change is written only if the ledger's version is still the one that
 * was read, so none is lost however many write at once; versions only rise. Thread-safe.
 */
public final class LedgerRepository implements CustomerLedgers {

  private static final int TRIES = 20;

  private final Tables tables;
  private final Table table;

  LedgerRepository(Tables tables) {
    this.tables = tables;
    this.table = tables.table(CANDIDATES);
  }

  @Override
  public Map<String, CustomerLedger> ledgers(Set<String> customerIds) {
    Map<String, CustomerLedger> ledgers = HashMap.newHashMap(customerIds.size());
    read(customerIds).forEach((id, item) -> ledgers.put(id, item.ledger(id)));
    return ledgers;
  }

  /** Takes opt-outs and their withdrawals in; of each program and channel the latest holds. */
  public void importConsents(Collection<Versioned<Consent>> consents) {
    mergeAll(
        consents,
        consent -> consent.value().customerId(),
        (item, consent) ->
            item.with(
                new OptOut(consent.value().programId(), consent.value().channel()),
                new Versioned<>(consent.value().optedOut(), consent.updatedAt())));
  }

  /** Takes purchases in; one that is known already changes nothing. */
  public void addPurchases(Map<String, List<Purchase>> byCustomer) {
    merge(changes(byCustomer, LedgerItem::with));
  }

  /** Takes messages in; one whose id is known already changes nothing. */
  public void addSends(Map<String, List<Send>> byCustomer) {
    merge(changes(byCustomer, LedgerItem::with));
  }

  private <T> void mergeAll(
      Collection<T> entries,
      Function<T, String> customer,
      BiFunction<LedgerItem, T, LedgerItem> change) {
    Map<String, List<T>> byCustomer = new LinkedHashMap<>();
    entries.forEach(
        e -> byCustomer.computeIfAbsent(customer.apply(e), _ -> new ArrayList<>()).add(e));
    merge(changes(byCustomer, change));
  }

  private static <T> Map<String, UnaryOperator<LedgerItem>> changes(
      Map<String, List<T>> byCustomer, BiFunction<LedgerItem, T, LedgerItem> change) {
    Map<String, UnaryOperator<LedgerItem>> changes = new LinkedHashMap<>();
    byCustomer.forEach(
        (customer, entries) ->
            changes.put(
                customer,
                item -> {
                  LedgerItem changed = item;
                  for (T entry : entries) {
                    changed = change.apply(changed, entry);
                  }
                  return changed;
                }));
    return changes;
  }

  // A transaction is DynamoDB's only batch with conditions.
  private void merge(Map<String, UnaryOperator<LedgerItem>> changes) {
    List<String> customers = List.copyOf(changes.keySet());
    for (int from = 0; from < customers.size(); from += Limits.TRANSACT_ITEMS) {
      int to = Math.min(customers.size(), from + Limits.TRANSACT_ITEMS);
      Map<String, UnaryOperator<LedgerItem>> some = new LinkedHashMap<>();
      customers.subList(from, to).forEach(customer -> some.put(customer, changes.get(customer)));
      mergeOnce(some);
    }
  }

  private void mergeOnce(Map<String, UnaryOperator<LedgerItem>> changes) {
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

  private List<TransactWrite> writes(Map<String, UnaryOperator<LedgerItem>> changes) {
    List<TransactWrite> writes = new ArrayList<>();
    read(changes.keySet())
        .forEach(
            (customer, item) -> {
              LedgerItem changed = changes.get(customer).apply(item);
              if (!changed.equals(item)) {
                writes.add(
                    new TransactWrite.Put(
                        CANDIDATES, changed.next(customer), unchanged(item.version())));
              }
            });
    return writes;
  }

  private static Condition unchanged(long version) {
    return version == 0 ? Condition.ABSENT : Condition.equal("version", Value.of(version));
  }

  private Map<String, LedgerItem> read(Set<String> customerIds) {
    List<Key> keys = customerIds.stream().map(CandidateKeys::ledger).toList();
    Map<Key, Item> stored = table.batchGet(keys);
    Map<String, LedgerItem> items = LinkedHashMap.newLinkedHashMap(keys.size());
    for (Key key : keys) {
      Item item = stored.getOrDefault(key, Item.EMPTY);
      items.put(key.partition(), item.isEmpty() ? LedgerItem.EMPTY : LedgerItem.decode(item));
    }
    return items;
  }
}
