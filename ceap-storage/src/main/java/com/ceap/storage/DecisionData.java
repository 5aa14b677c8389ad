package com.ceap.storage;

import static com.ceap.storage.CeapTables.CANDIDATES;
import static com.ceap.storage.CeapTables.CUSTOMERS;
import static com.ceap.storage.CeapTables.FEATURES;
import static com.ceap.storage.CeapTables.PRODUCTS;

import com.ceap.model.Attributes;
import com.ceap.model.Customer;
import com.ceap.model.CustomerLedger;
import com.ceap.model.Product;
import com.ceap.model.port.CustomerDirectory;
import com.ceap.model.port.CustomerLedgers;
import com.ceap.model.port.FeatureStore;
import com.ceap.model.port.ProductCatalog;
import com.ceap.storage.table.Item;
import com.ceap.storage.table.Key;
import com.ceap.storage.table.TableDefinition;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was read for the decision about one event, behind the ports that filters and models ask.
 * Whatever else they ask for is read from the store then. For one thread.
 */
public final class DecisionData
    implements CustomerDirectory, CustomerLedgers, ProductCatalog, FeatureStore {

  /** Where to look for what was not read beforehand. */
  record Beyond(
      CustomerDirectory customers,
      CustomerLedgers ledgers,
      ProductCatalog products,
      FeatureStore features) {}

  private final DecisionReader.Wanted wanted;
  private final Map<String, Customer> customers;
  private final Map<String, CustomerLedger> ledgers;
  private final Map<String, Product> products;
  private final Map<Key, Item> features;
  private final Beyond beyond;

  private DecisionData(
      DecisionReader.Wanted wanted,
      Map<String, Customer> customers,
      Map<String, CustomerLedger> ledgers,
      Map<String, Product> products,
      Map<Key, Item> features,
      Beyond beyond) {
    this.wanted = wanted;
    this.customers = customers;
    this.ledgers = ledgers;
    this.products = products;
    this.features = features;
    this.beyond = beyond;
  }

  static DecisionData of(
      DecisionReader.Wanted wanted, Map<TableDefinition, Map<Key, Item>> found, Beyond beyond) {
    String id = wanted.customerId();
    Item ledger = found.get(CANDIDATES).getOrDefault(CandidateKeys.ledger(id), Item.EMPTY);
    return new DecisionData(
        wanted,
        CustomerRepository.decode(found.get(CUSTOMERS)),
        Map.of(id, LedgerRepository.ledger(id, ledger)),
        ProductRepository.decode(found.getOrDefault(PRODUCTS, Map.of())),
        found.getOrDefault(FEATURES, Map.of()),
        beyond);
  }

  /** The profile of the event's customer, where there is one. */
  public Optional<Customer> customer() {
    return Optional.ofNullable(customers.get(wanted.customerId()));
  }

  /** Whether the customer was erased since an event, as far as that is known by now. */
  public boolean forgot(Instant happened) {
    return ledgers.get(wanted.customerId()).forgot(happened);
  }

  @Override
  public Map<String, Customer> customers(Set<String> ids) {
    return known(ids) ? customers : beyond.customers().customers(ids);
  }

  @Override
  public Map<String, CustomerLedger> ledgers(Set<String> ids) {
    return known(ids) ? ledgers : beyond.ledgers().ledgers(ids);
  }

  private boolean known(Set<String> customerIds) {
    return customerIds.size() == 1 && customerIds.contains(wanted.customerId());
  }

  @Override
  public Map<String, Product> products(Set<String> ids) {
    return wanted.productIds().containsAll(ids) ? products : beyond.products().products(ids);
  }

  @Override
  public Map<String, Attributes> features(String entity, Set<String> ids, Set<String> names) {
    Optional<String> id = Optional.ofNullable(wanted.featureIds().get(entity));
    if (id.isEmpty() || ids.size() != 1 || !ids.contains(id.get())) {
      return beyond.features().features(entity, ids, names);
    }
    Item item = features.getOrDefault(FeatureRepository.key(entity, id.get()), Item.EMPTY);
    return FeatureRepository.decode(item, names)
        .map(found -> Map.of(id.get(), found))
        .orElse(Map.of());
  }
}
