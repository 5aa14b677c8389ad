package com.ceap.storage;

import static com.ceap.storage.CeapTables.CANDIDATES;
import static com.ceap.storage.CeapTables.CUSTOMERS;
import static com.ceap.storage.CeapTables.FEATURES;
import static com.ceap.storage.CeapTables.PRODUCTS;

import com.ceap.storage.table.Consistency;
import com.ceap.storage.table.Key;
import com.ceap.storage.table.TableDefinition;
import com.ceap.storage.table.Tables;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Reads what the decision about one event will look up, in one call to the store. May be behind the
 * newest writes: delivery looks at the ledger again before each message. Thread-safe.
 */
public final class DecisionReader {

  /**
   * What will be looked up.
   *
   * @param featureIds whose features, by entity, which is the customer or the subject's type
   */
  public record Wanted(String customerId, Set<String> productIds, Map<String, String> featureIds) {
    public Wanted {
      productIds = Set.copyOf(productIds);
      featureIds = Map.copyOf(featureIds);
    }
  }

  private final Tables tables;
  private final DecisionData.Beyond beyond;

  DecisionReader(Tables tables, DecisionData.Beyond beyond) {
    this.tables = tables;
    this.beyond = beyond;
  }

  public DecisionData read(Wanted wanted) {
    Map<TableDefinition, Set<Key>> keys = HashMap.newHashMap(4);
    keys.put(CUSTOMERS, CustomerRepository.keys(wanted.customerId()));
    keys.put(CANDIDATES, Set.of(CandidateKeys.ledger(wanted.customerId())));
    if (!wanted.productIds().isEmpty()) {
      Set<Key> products = HashSet.newHashSet(wanted.productIds().size());
      wanted.productIds().forEach(id -> products.add(Key.of(id)));
      keys.put(PRODUCTS, products);
    }
    if (!wanted.featureIds().isEmpty()) {
      Set<Key> features = HashSet.newHashSet(wanted.featureIds().size());
      wanted.featureIds().forEach((entity, id) -> features.add(FeatureRepository.key(entity, id)));
      keys.put(FEATURES, features);
    }
    return DecisionData.of(wanted, tables.batchGet(keys, Consistency.EVENTUAL), beyond);
  }
}
