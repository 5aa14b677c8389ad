package com.ceap.local.sample;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes the visits of customers. Stateless but for the catalogue. */
final class Visits {
  private static final int TRIES_FOR_ANOTHER_PRODUCT = 8;
  private static final int DAY = 86_400;

  private final long seed;
  private final Catalog catalog;

  Visits(long seed, Catalog catalog) {
    this.seed = seed;
    this.catalog = catalog;
  }

  /** The customer's visits of the business date, which together have {@code rows} rows. */
  List<Visit> of(CustomerTraits customer, int rows) {
    Draws draws = new Draws(seed, Draws.Stream.VISIT, customer.index());
    List<Visit> visits = new ArrayList<>();
    Set<Integer> seen = new HashSet<>();
    for (int left = rows; left > 0; left -= visits.getLast().rows()) {
      ProductTraits product = another(customer, seen, draws);
      visits.add(visit(customer, product, Math.min(left, rowsOfOne(draws)), draws));
    }
    return visits;
  }

  private ProductTraits another(CustomerTraits customer, Set<Integer> seen, Draws draws) {
    ProductTraits product = catalog.browse(customer, draws);
    for (int i = 0; i < TRIES_FOR_ANOTHER_PRODUCT && !seen.add(product.index()); i++) {
      product = catalog.browse(customer, draws);
    }
    return product;
  }

  private static Visit visit(
      CustomerTraits customer, ProductTraits product, int rows, Draws draws) {
    Encounter encounter = Encounter.of(customer, product, draws);
    boolean glance = draws.chance(0.04);
    return new Visit(
        product,
        rows,
        glance ? 1 + draws.below(2) : encounter.viewCount(),
        encounter.timeSpent(),
        encounter.addToCart(),
        draws.chance(0.02),
        dayOffset(draws),
        draws.below(DAY));
  }

  /** Sessions that continue and deliveries that repeat make one row in five a repeat. */
  private static int rowsOfOne(Draws draws) {
    double at = draws.uniform();
    if (at < 0.79) {
      return 1;
    }
    return at < 0.93 ? 2 : 3;
  }

  private static int dayOffset(Draws draws) {
    double at = draws.uniform();
    if (at < 0.98) {
      return 0;
    }
    return at < 0.99 ? -1 : 1;
  }
}
