package com.ceap.storage;

import static com.ceap.storage.CeapTables.CANDIDATES;

import com.ceap.model.CandidateKey;
import com.ceap.model.CustomerLedger;
import com.ceap.storage.table.Consistency;
import com.ceap.storage.table.Item;
import com.ceap.storage.table.Key;
import com.ceap.storage.table.Tables;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what may speak against the candidates of an index read. Thread-safe. */
public final class StandingRepository {

  private final Tables tables;

  StandingRepository(Tables tables) {
    this.tables = tables;
  }

  /** One for each candidate, in one consistent call to the store. */
  public Map<CandidateKey, Standing> standings(Collection<CandidateKey> candidates) {
    if (candidates.isEmpty()) {
      return Map.of();
    }
    Set<Key> keys = new HashSet<>();
    for (CandidateKey candidate : candidates) {
      keys.add(CandidateKeys.ledger(candidate.customerId()));
      keys.add(CandidateKeys.outcome(candidate));
    }
    Map<Key, Item> items =
        tables.batchGet(Map.of(CANDIDATES, keys), Consistency.STRONG).get(CANDIDATES);
    Map<String, CustomerLedger> ledgers = new HashMap<>();
    Map<CandidateKey, Standing> standings = HashMap.newHashMap(candidates.size());
    for (CandidateKey candidate : candidates) {
      CustomerLedger ledger =
          ledgers.computeIfAbsent(candidate.customerId(), customer -> ledger(customer, items));
      Optional<Item> outcome = Optional.ofNullable(items.get(CandidateKeys.outcome(candidate)));
      standings.put(
          candidate, new Standing(ledger, outcome.map(i -> OutcomeItem.decode(i).outcome())));
    }
    return standings;
  }

  private static CustomerLedger ledger(String customerId, Map<Key, Item> items) {
    Item item = items.getOrDefault(CandidateKeys.ledger(customerId), Item.EMPTY);
    return LedgerRepository.ledger(customerId, item);
  }
}
