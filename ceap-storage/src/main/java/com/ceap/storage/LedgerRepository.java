package com.ceap.storage;

import static com.ceap.storage.CeapTables.CANDIDATES;

import com.ceap.model.Consent;
import com.ceap.model.CustomerLedger;
import com.ceap.model.CustomerLedger.Purchase;
import com.ceap.model.CustomerLedger.Send;
import com.ceap.model.LedgerEntry;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.model.port.CustomerLedgers;
import com.ceap.storage.table.Attempt;
import com.ceap.storage.table.Item;
import com.ceap.storage.table.Key;
import com.ceap.storage.table.Table;
import com.ceap.storage.table.Tables;
import com.ceap.storage.table.TransactWrite;
import com.ceap.storage.table.Update;
import com.ceap.storage.table.WriteOutcome;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;

/**
 * Customers' ledgers. Every change is written only if the ledger's version is still the one that
 * was read, so none is lost however many write at once; versions only rise. Thread-safe.
 */
public final class LedgerRepository implements CustomerLedgers {

  private static final int TRIES = 5;
  private static final String WRITER = "writer";

  private final Tables tables;
  private final Table table;
  private final LedgerMerge merge;
  private final String sortKey;
  private final Duration retention;
  private final InstantSource clock;

  /**
   * The ledgers at one sort key.
   *
   * @param retention how long sends and exits are kept: longer than any candidate, cap and lateness
   */
  LedgerRepository(Tables tables, String sortKey, Duration retention, InstantSource clock) {
    this.tables = tables;
    this.table = tables.table(CANDIDATES);
    this.merge = new LedgerMerge(tables, this::key);
    this.sortKey = sortKey;
    this.retention = retention;
    this.clock = clock;
  }

  /** A customer's ledger, read consistently. */
  public CustomerLedger find(String customerId) {
    return ledger(customerId, table.get(key(customerId)).orElse(Item.EMPTY));
  }

  static CustomerLedger ledger(String customerId, Item item) {
    return LedgerCodec.decode(item).ledger(customerId);
  }

  static ReadLedger read(String customerId, Item item) {
    return new ReadLedger(customerId, LedgerCodec.decode(item));
  }

  /**
   * Lets {@code decide} see the ledger as it is and writes the entries that it answers, if nobody
   * has written in between; otherwise it decides anew on what was written. Where the entries change
   * nothing, nothing is written. What is older than the retention goes with the next write.
   *
   * @throws CeapException STORE_CONFLICT where others were quicker five times in a row
   */
  public <R> R update(String customerId, Function<CustomerLedger, LedgerChange<R>> decide) {
    Key key = key(customerId);
    Item stored = table.get(key).orElse(Item.EMPTY);
    for (int attempt = 0; attempt < TRIES; attempt++) {
      LedgerItem ledger = LedgerCodec.decode(stored);
      LedgerChange<R> change = decide.apply(ledger.ledger(customerId));
      LedgerItem changed = ledger.with(change.entries());
      if (changed.equals(ledger)) {
        return change.result();
      }
      Optional<Item> others = write(key, changed);
      if (others.isEmpty()) {
        return change.result();
      }
      stored = others.get();
    }
    throw new CeapException(
        ErrorCode.STORE_CONFLICT, "a ledger was written by others " + TRIES + " times in a row");
  }

  /**
   * Puts each message on its ledger, if nobody has written that since it was read; answers in their
   * order whether it stands there. What is older than the retention goes with it.
   */
  public List<Attempt<Boolean>> reserve(List<Reservation> reservations) {
    List<TransactWrite.Put> puts = reservations.stream().map(this::put).toList();
    List<Attempt<WriteOutcome>> outcomes = tables.putEach(puts);
    List<Attempt<Boolean>> stand = new ArrayList<>(puts.size());
    for (int i = 0; i < puts.size(); i++) {
      Item put = puts.get(i).item();
      stand.add(outcomes.get(i).map(outcome -> others(put, outcome).isEmpty()));
    }
    return stand;
  }

  private TransactWrite.Put put(Reservation reservation) {
    CustomerLedger ledger = reservation.ledger().ledger();
    List<LedgerEntry> entry = List.of(new LedgerEntry.Reserved(reservation.send()));
    return put(key(ledger.customerId()), reservation.ledger().item().with(entry));
  }

  /** Writes the next version; answers what others have written, where they were quicker. */
  private Optional<Item> write(Key key, LedgerItem ledger) {
    TransactWrite.Put put = put(key, ledger);
    return others(put.item(), table.put(put.item(), put.condition()));
  }

  /** The next version, with who writes it. */
  private TransactWrite.Put put(Key key, LedgerItem ledger) {
    String writer = Long.toUnsignedString(ThreadLocalRandom.current().nextLong(), 36);
    return new TransactWrite.Put(
        CANDIDATES,
        LedgerCodec.next(key, pruned(ledger)).with(WRITER, writer).build(),
        LedgerMerge.unchanged(ledger.version()));
  }

  /**
   * What others have written in place of a put. A client that gets no answer sends the write again,
   * and is refused because of the first one: by its writer it knows its own.
   */
  private static Optional<Item> others(Item put, WriteOutcome outcome) {
    return switch (outcome) {
      case WriteOutcome.Written _ -> Optional.empty();
      case WriteOutcome.Refused(Item stored) ->
          stored.findText(WRITER).equals(put.findText(WRITER))
              ? Optional.empty()
              : Optional.of(stored);
    };
  }

  /** The write of some entries as part of a transaction; none where they change nothing. */
  Optional<TransactWrite> change(String customerId, List<LedgerEntry> entries) {
    Key key = key(customerId);
    LedgerItem ledger = LedgerCodec.decode(table.get(key).orElse(Item.EMPTY));
    LedgerItem changed = ledger.with(entries);
    return changed.equals(ledger)
        ? Optional.empty()
        : Optional.of(LedgerMerge.put(key, pruned(changed), ledger.version()));
  }

  /** Raises the version alone, as part of a transaction, if the ledger is still this one. */
  TransactWrite next(CustomerLedger ledger) {
    return new TransactWrite.Change(
        CANDIDATES,
        key(ledger.customerId()),
        Update.of(Update.add(LedgerCodec.VERSION, 1)),
        LedgerMerge.unchanged(ledger.version()));
  }

  private LedgerItem pruned(LedgerItem ledger) {
    return ledger.prunedBefore(clock.instant().minus(retention));
  }

  @Override
  public Map<String, CustomerLedger> ledgers(Set<String> customerIds) {
    Map<String, CustomerLedger> ledgers = HashMap.newHashMap(customerIds.size());
    merge.read(customerIds).forEach((id, item) -> ledgers.put(id, item.ledger(id)));
    return ledgers;
  }

  /** Takes opt-outs and their withdrawals in; of each program and channel the latest holds. */
  public void importConsents(Collection<Versioned<Consent>> consents) {
    Map<String, List<LedgerEntry>> byCustomer = new LinkedHashMap<>();
    for (Versioned<Consent> consent : consents) {
      byCustomer
          .computeIfAbsent(consent.value().customerId(), _ -> new ArrayList<>())
          .add(new LedgerEntry.Consented(consent.value(), consent.updatedAt()));
    }
    merge.all(byCustomer);
  }

  /** Takes purchases in; one that is known already changes nothing. */
  public void addPurchases(Map<String, List<Purchase>> byCustomer) {
    merge.all(entries(byCustomer, LedgerEntry.Bought::new));
  }

  /** Takes messages in; one whose id is known already changes nothing. */
  public void addSends(Map<String, List<Send>> byCustomer) {
    merge.all(entries(byCustomer, LedgerEntry.Reserved::new));
  }

  private static <T> Map<String, List<LedgerEntry>> entries(
      Map<String, List<T>> byCustomer, Function<T, LedgerEntry> entry) {
    Map<String, List<LedgerEntry>> entries = LinkedHashMap.newLinkedHashMap(byCustomer.size());
    byCustomer.forEach((id, some) -> entries.put(id, some.stream().map(entry).toList()));
    return entries;
  }

  private Key key(String customerId) {
    return Key.of(customerId, sortKey);
  }
}
