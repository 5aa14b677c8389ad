package com.ceap.serving.display;

import com.ceap.model.Product;
import com.ceap.model.port.ProductCatalog;
import com.ceap.serving.dependency.Dependency;
import com.ceap.serving.metrics.Degradation;
import com.ceap.serving.metrics.ServingMetrics;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Products for showing, remembered for a few minutes, absent ones too: what customers look at most
 * costs no call. Thread-safe.
 */
final class ShownProducts {
  private static final String CACHE = "products";
  private static final int MOST = 200_000;

  /** The products found, and whether the catalogue answered. */
  record Found(Map<String, Product> products, boolean complete) {}

  private final ProductCatalog catalog;
  private final Dependency dependency;
  private final ServingMetrics metrics;
  private final Cache<String, Optional<Product>> remembered;

  ShownProducts(
      ProductCatalog catalog, Duration life, ServingMetrics metrics, InstantSource clock) {
    this.catalog = catalog;
    this.dependency = new Dependency(Degradation.CATALOGUE_UNAVAILABLE, metrics, clock);
    this.metrics = metrics;
    this.remembered =
        Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(life)
            .ticker(() -> clock.millis() * 1_000_000)
            .executor(Runnable::run)
            .build();
  }

  /** The products of these ids; those not remembered are read in one call. */
  Found find(Set<String> ids) {
    Map<String, Product> found = HashMap.newHashMap(ids.size());
    Map<String, Optional<Product>> present = remembered.getAllPresent(ids);
    present.forEach((id, product) -> product.ifPresent(p -> found.put(id, p)));
    Set<String> missing = new HashSet<>(ids);
    missing.removeAll(present.keySet());
    if (!ids.isEmpty()) {
      metrics.looked(CACHE, present.size(), missing.size());
    }
    return new Found(found, missing.isEmpty() || read(missing, found));
  }

  private boolean read(Set<String> ids, Map<String, Product> found) {
    Optional<Map<String, Product>> read = dependency.ask(() -> catalog.products(ids));
    read.ifPresent(
        products -> {
          for (String id : ids) {
            Optional<Product> product = Optional.ofNullable(products.get(id));
            remembered.put(id, product);
            product.ifPresent(p -> found.put(id, p));
          }
        });
    return read.isPresent();
  }
}
