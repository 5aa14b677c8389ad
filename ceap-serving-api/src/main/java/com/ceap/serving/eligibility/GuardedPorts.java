package com.ceap.serving.eligibility;

import com.ceap.model.Candidate;
import com.ceap.model.CandidateKey;
import com.ceap.model.Customer;
import com.ceap.model.Product;
import com.ceap.serving.dependency.Dependency;
import com.ceap.serving.metrics.Degradation;
import com.ceap.serving.metrics.ServingMetrics;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The ports of a check anew, each of which may fail. Thread-safe. */
final class GuardedPorts {
  private final ReferencePorts ports;
  private final Dependency products;
  private final Dependency customers;
  private final Dependency past;

  GuardedPorts(ReferencePorts ports, ServingMetrics metrics, InstantSource clock) {
    this.ports = ports;
    this.products = new Dependency(Degradation.CATALOGUE_UNAVAILABLE, metrics, clock);
    this.customers = new Dependency(Degradation.CUSTOMERS_UNAVAILABLE, metrics, clock);
    this.past = new Dependency(Degradation.HISTORY_UNAVAILABLE, metrics, clock);
  }

  Optional<Map<String, Product>> products(Set<String> ids) {
    return products.ask(() -> ports.products().products(ids));
  }

  Optional<Map<String, Customer>> customers(Set<String> ids) {
    return customers.ask(() -> ports.customers().customers(ids));
  }

  Optional<Set<CandidateKey>> settled(List<Candidate> candidates) {
    return past.ask(() -> ports.past().settled(candidates));
  }
}
