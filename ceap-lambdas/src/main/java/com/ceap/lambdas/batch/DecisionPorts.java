package com.ceap.lambdas.batch;

import com.ceap.model.port.CustomerDirectory;
import com.ceap.model.port.CustomerLedgers;
import com.ceap.model.port.FeatureStore;
import com.ceap.model.port.Lookups;
import com.ceap.model.port.ProductCatalog;
import com.ceap.model.port.ScoreCache;

/** Everything that a decision reads. */
public record DecisionPorts(
    CustomerDirectory customers,
    ProductCatalog products,
    CustomerLedgers ledgers,
    FeatureStore features,
    ScoreCache scores) {

  /** Fresh look-ups for one chunk. */
  Lookups lookups() {
    return new Lookups(customers, products, ledgers);
  }
}
