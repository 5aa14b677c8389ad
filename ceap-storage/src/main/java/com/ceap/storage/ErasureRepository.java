package com.ceap.storage;

import static com.ceap.storage.CeapTables.CANDIDATES;
import static com.ceap.storage.CeapTables.CUSTOMERS;
import static com.ceap.storage.CeapTables.FEATURES;
import static com.ceap.storage.CeapTables.RUNS;
import static com.ceap.storage.CeapTables.SCORES;

import com.ceap.model.Consent;
import com.ceap.model.CustomerLedger.OptOut;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.storage.table.BatchWrite;
import com.ceap.storage.table.Condition;
import com.ceap.storage.table.Item;
import com.ceap.storage.table.Key;
import com.ceap.storage.table.Page;
import com.ceap.storage.table.Query;
import com.ceap.storage.table.Table;
import com.ceap.storage.table.TableDefinition;
import com.ceap.storage.table.Tables;
import com.ceap.storage.table.WriteOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Erases customers. The ledger goes first and leaves an opt-out of everything in its place, so that
 * nothing is shown or sent while the rest is deleted, nor ever after. May be repeated. Thread-safe.
 */
public final class ErasureRepository {

  private static final int TRIES = 5;
  private static final Set<String> KEPT = Set.of(CandidateKeys.LEDGER, CandidateKeys.ERASED);
  private static final OptOut EVERYTHING = new OptOut(Consent.ALL, Consent.ALL);

  private final Tables tables;
  private final ErasureLog log;

  ErasureRepository(Tables tables) {
    this.tables = tables;
    this.log = new ErasureLog(tables.table(RUNS));
  }

  /** Who was erased lately. */
  public ErasureLog log() {
    return log;
  }

  /**
   * Deletes all that the store holds under a customer's id, but for the opt-out and a marker that
   * says when.
   *
   * @param at when the customer asked for it; the opt-out's time
   * @return how much of what was there
   * @throws CeapException STORE_CONFLICT where others wrote the ledger five times in a row
   */
  public Map<Erased, Integer> erase(String customerId, Instant at) {
    Map<Erased, Integer> erased = new EnumMap<>(Erased.class);
    if (replaceLedger(customerId, at)) {
      erased.put(Erased.LEDGER, 1);
    }
    log.add(customerId, at);
    var _ = tables.table(CANDIDATES).put(ErasureMarker.encode(customerId, at), Condition.ALWAYS);
    candidates(customerId, erased);
    profile(customerId, at, erased);
    count(erased, Erased.SCORES, deleteAll(SCORES, customerId).size());
    features(customerId, erased);
    return erased;
  }

  /**
   * Counts what is left of a customer who was erased and has not been heard of since; 0 for one who
   * has, whose items cannot be told apart from what was erased.
   */
  public int leftOf(String customerId) {
    Table table = tables.table(CANDIDATES);
    LedgerItem ledger =
        LedgerCodec.decode(table.get(CandidateKeys.ledger(customerId)).orElse(Item.EMPTY));
    if (!isTombstone(ledger)) {
      return 0;
    }
    long items =
        all(table, customerId).stream()
            .filter(item -> !KEPT.contains(CANDIDATES.key(item).sort()))
            .count();
    long profile =
        all(tables.table(CUSTOMERS), customerId).stream()
            .filter(item -> ErasureMarker.find(item).isEmpty())
            .count();
    int scores = all(tables.table(SCORES), customerId).size();
    return Math.toIntExact(items + profile + scores);
  }

  /** Puts the opt-out in the ledger's place; answers whether the ledger held anything else. */
  private boolean replaceLedger(String customerId, Instant at) {
    Table table = tables.table(CANDIDATES);
    Key key = CandidateKeys.ledger(customerId);
    LedgerItem stored = LedgerCodec.decode(table.get(key).orElse(Item.EMPTY));
    for (int attempt = 0; attempt < TRIES; attempt++) {
      if (isTombstone(stored)) {
        return false;
      }
      Item item = LedgerCodec.next(key, tombstone(stored.version(), at)).build();
      switch (table.put(item, LedgerMerge.unchanged(stored.version()))) {
        case WriteOutcome.Written _ -> {
          return stored.version() > 0;
        }
        case WriteOutcome.Refused(Item others) -> stored = LedgerCodec.decode(others);
      }
    }
    throw new CeapException(
        ErrorCode.STORE_CONFLICT, "a ledger was written by others " + TRIES + " times in a row");
  }

  private static LedgerItem tombstone(long version, Instant at) {
    Map<OptOut, Versioned<Boolean>> consent = Map.of(EVERYTHING, new Versioned<>(true, at));
    return new LedgerItem(
        version, consent, List.of(), List.of(), List.of(), List.of(), Optional.of(at));
  }

  private static boolean isTombstone(LedgerItem ledger) {
    return Optional.ofNullable(ledger.consent().get(EVERYTHING))
        .filter(Versioned::value)
        .filter(optOut -> ledger.equals(tombstone(ledger.version(), optOut.updatedAt())))
        .isPresent();
  }

  /** Until nothing is left: what was under way may come while the first is deleted. */
  private void candidates(String customerId, Map<Erased, Integer> erased) {
    int pass = 0;
    while (pass < TRIES && deleteCandidates(customerId, erased)) {
      pass++;
    }
  }

  private boolean deleteCandidates(String customerId, Map<Erased, Integer> erased) {
    Table table = tables.table(CANDIDATES);
    List<BatchWrite> deletes = new ArrayList<>();
    for (Item item : all(table, customerId)) {
      Key key = CANDIDATES.key(item);
      if (!KEPT.contains(key.sort())) {
        deletes.add(BatchWrite.delete(key));
        count(erased, Erased.ofSortKey(key.sort()), 1);
      }
    }
    table.batchWrite(deletes);
    return !deletes.isEmpty();
  }

  /** Leaves markers in place of profile and devices: a late word on the customer is not taken. */
  private void profile(String customerId, Instant at, Map<Erased, Integer> erased) {
    Table table = tables.table(CUSTOMERS);
    Key profile = CustomerRepository.profile(customerId);
    Key devices = CustomerRepository.devices(customerId);
    List<BatchWrite> writes = new ArrayList<>();
    for (Item item : all(table, customerId)) {
      Key key = CUSTOMERS.key(item);
      if (key.equals(devices)) {
        count(erased, Erased.DEVICES, new DeviceItem(item).devices().size());
      } else if (ErasureMarker.find(item).isEmpty()) {
        count(erased, Erased.PROFILE, 1);
      }
      writes.add(BatchWrite.delete(key));
    }
    writes.add(BatchWrite.put(ErasureMarker.profile(profile, at)));
    writes.add(BatchWrite.put(ErasureMarker.devices(devices, at)));
    table.batchWrite(writes);
  }

  private void features(String customerId, Map<Erased, Integer> erased) {
    Key key = FeatureRepository.key("customer", customerId);
    if (tables.table(FEATURES).delete(key, Condition.EXISTS).written()) {
      count(erased, Erased.FEATURES, 1);
    }
  }

  private List<Item> deleteAll(TableDefinition definition, String partition) {
    Table table = tables.table(definition);
    List<Item> items = all(table, partition);
    table.batchWrite(items.stream().map(definition::key).map(BatchWrite::delete).toList());
    return items;
  }

  private static List<Item> all(Table table, String partition) {
    Query query = Query.of(partition).consistently();
    List<Item> items = new ArrayList<>();
    Page page = table.query(query);
    items.addAll(page.items());
    while (!page.last()) {
      page = table.query(query.from(page.next()));
      items.addAll(page.items());
    }
    return items;
  }

  private static void count(Map<Erased, Integer> erased, Erased kind, int items) {
    if (items > 0) {
      erased.merge(kind, items, Integer::sum);
    }
  }
}
