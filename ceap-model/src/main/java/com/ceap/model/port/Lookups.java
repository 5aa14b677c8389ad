package com.ceap.model.port;

import com.ceap.model.Customer;
import com.ceap.model.CustomerLedger;
import com.ceap.model.Product;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Reference data for one chunk or one event: each id is read once, in batches, however many filters
 * ask for it. Thread-safe.
 */
public final class Lookups {
  private final Memo<Customer> customers;
  private final Memo<Product> products;
  private final Memo<CustomerLedger> ledgers;

  public Lookups(CustomerDirectory customers, ProductCatalog products, CustomerLedgers ledgers) {
    this.customers = new Memo<>(customers::customers);
    this.products = new Memo<>(products::products);
    this.ledgers = new Memo<>(ledgers::ledgers);
  }

  /** The known customers among the ids; the map may hold others asked for before. */
  public Map<String, Customer> customers(Set<String> ids) {
    return customers.get(ids);
  }

  /** The known products among the ids; the map may hold others asked for before. */
  public Map<String, Product> products(Set<String> ids) {
    return products.get(ids);
  }

  /** A ledger for each id; the map may hold others asked for before. */
  public Map<String, CustomerLedger> ledgers(Set<String> ids) {
    return ledgers.get(ids);
  }

  private static final class Memo<V> {
    private final Function<Set<String>, Map<String, V>> port;
    private final Set<String> asked = new HashSet<>();
    private Map<String, V> known = Map.of();

    Memo(Function<Set<String>, Map<String, V>> port) {
      this.port = port;
    }

    synchronized Map<String, V> get(Set<String> ids) {
      if (!asked.containsAll(ids)) {
        Set<String> missing = new HashSet<>(ids);
        missing.removeAll(asked);
        remember(missing, port.apply(missing));
      }
      return known;
    }

    /** Readers of an earlier answer keep their own map, hence the copy. */
    private void remember(Set<String> ids, Map<String, V> found) {
      if (known.isEmpty()) {
        known = found;
      } else {
        Map<String, V> all = new HashMap<>(known);
        all.putAll(found);
        known = all;
      }
      asked.addAll(ids);
    }
  }
}
