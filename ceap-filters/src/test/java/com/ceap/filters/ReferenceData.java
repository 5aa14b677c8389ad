package com.ceap.filters;

import com.ceap.filters.spi.FilterContext;
import com.ceap.model.Customer;
import com.ceap.model.CustomerLedger;
import com.ceap.model.Product;
import com.ceap.model.port.Lookups;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The look-up ports in memory; counts how often each is asked. */
public final class ReferenceData {
  public final Map<String, Customer> customers = new HashMap<>();
  public final Map<String, Product> products = new HashMap<>();
  public final Map<String, CustomerLedger> ledgers = new HashMap<>();
  public final AtomicInteger customerCalls = new AtomicInteger();
  public final AtomicInteger productCalls = new AtomicInteger();
  public final AtomicInteger ledgerCalls = new AtomicInteger();

  /** A fresh context, as a new chunk gets it. */
  public FilterContext at(Instant now) {
    return new FilterContext(
        new Lookups(
            ids -> found(customers, ids, customerCalls),
            ids -> found(products, ids, productCalls),
            this::ledgers),
        now);
  }

  private Map<String, CustomerLedger> ledgers(Set<String> ids) {
    ledgerCalls.incrementAndGet();
    return ids.stream()
        .map(id -> ledgers.getOrDefault(id, CustomerLedger.empty(id)))
        .collect(Collectors.toMap(CustomerLedger::customerId, Function.identity()));
  }

  private static <V> Map<String, V> found(
      Map<String, V> all, Set<String> ids, AtomicInteger calls) {
    calls.incrementAndGet();
    Map<String, V> found = new HashMap<>(all);
    found.keySet().retainAll(ids);
    return found;
  }
}
