package com.ceap.serving.eligibility;

import com.ceap.filters.spi.SubjectProducts;
import com.ceap.model.AttributeTypeException;
import com.ceap.model.Candidate;
import com.ceap.model.CandidateKey;
import com.ceap.model.Customer;
import com.ceap.model.CustomerLedger;
import com.ceap.model.Product;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.model.port.Lookups;
import com.ceap.serving.metrics.Degradation;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the checks of one answer may know, read before they begin: one call of each port, however
 * many programs and customers there are. A port that fails is missed only by who asks for it. One
 * instance serves one answer.
 */
final class ReferenceBatch {
  private final Map<String, CustomerLedger> ledgers = new HashMap<>();
  private final Optional<Map<String, Product>> products;
  private final Optional<Map<String, Customer>> customers;
  private final Optional<Set<CandidateKey>> settled;
  private final Set<Degradation> missed = EnumSet.noneOf(Degradation.class);

  ReferenceBatch(GuardedPorts ports, List<Aged> aged) {
    List<Candidate> candidates = aged.stream().map(Aged::candidate).toList();
    aged.forEach(a -> ledgers.put(a.ledger().customerId(), withoutSends(a.ledger())));
    products = ports.products(productIds(candidates));
    customers = ports.customers(Set.copyOf(ledgers.keySet()));
    settled = ports.settled(candidates);
  }

  /** Caps count messages; what an app shows takes no unit of them. */
  private static CustomerLedger withoutSends(CustomerLedger ledger) {
    return new CustomerLedger(
        ledger.customerId(),
        ledger.version(),
        ledger.optOuts(),
        ledger.suppressions(),
        ledger.exits(),
        ledger.purchases(),
        List.of());
  }

  private static Set<String> productIds(Collection<Candidate> candidates) {
    Set<String> ids = new HashSet<>();
    candidates.forEach(candidate -> ids.addAll(readable(candidate)));
    return ids;
  }

  private static List<String> readable(Candidate candidate) {
    try {
      return SubjectProducts.of(candidate);
    } catch (AttributeTypeException e) {
      // The filter that reads the items meets the same defect and rejects this one candidate.
      return List.of();
    }
  }

  /** The look-ups of the filters. */
  Lookups lookups() {
    return new Lookups(
        _ -> or(customers, Degradation.CUSTOMERS_UNAVAILABLE),
        _ -> or(products, Degradation.CATALOGUE_UNAVAILABLE),
        _ -> ledgers);
  }

  /** Whether the customer did elsewhere what the candidate is about. */
  boolean settled(CandidateKey key) {
    if (settled.isEmpty()) {
      missed.add(Degradation.HISTORY_UNAVAILABLE);
    }
    return settled.map(keys -> keys.contains(key)).orElse(false);
  }

  private <T> T or(Optional<T> read, Degradation without) {
    return read.orElseThrow(
        () -> {
          missed.add(without);
          return new CeapException(ErrorCode.STORE_UNAVAILABLE, "a check misses its look-up");
        });
  }

  /** What was asked for in vain since the last time. */
  Set<Degradation> takeMissed() {
    Set<Degradation> taken = EnumSet.copyOf(missed);
    missed.clear();
    return taken;
  }
}
