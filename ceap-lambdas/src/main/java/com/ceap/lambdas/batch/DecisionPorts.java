package com.ceap.lambdas.batch;

import com.ceap.model.port.CustomerDirectory;
import com.ceap.model.port.CustomerLedgers;
import com.ceap.model.port.FeatureStore;
import com.ceap.model.port.Lookups;
import com.ceap.model.port.ProductCatalog;
import com.ceap.model.port.ScoreCache;
import com.ceap.scoring.ReadOnlyScoreCache;

/** Everything that a decision reads. */
public record DecisionPorts(
    CustomerDirectory customers,
    ProductCatalog products,
    CustomerLedgers ledgers,
    FeatureStore features,
    ScoreCache scores) {

  /** The same for a run that keeps nothing: scores are read from the cache, never written. */
  DecisionPorts readOnly() {
    return new DecisionPorts(
        customers, products, ledgers, features, new ReadOnlyScoreCache(scores));
  }

  /** Fresh look-ups for one chunk. */
  public Lookups lookups() {
    return new Lookups(customers, products, ledgers);
  }
}
