package com.ceap.local.sample;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All products of the sample shop, and how customers come across them. */
final class Catalog {
  private final List<ProductTraits> products;
  private final Map<String, Map<Category, List<ProductTraits>>> shelves;

  Catalog(long seed, int size) {
    List<ProductTraits> all = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      all.add(ProductTraits.of(seed, i));
    }
    products = List.copyOf(all);
    shelves = new HashMap<>();
    for (Marketplace marketplace : Marketplace.all()) {
      shelves.put(marketplace.code(), shelvesOf(marketplace, products));
    }
  }

  private static Map<Category, List<ProductTraits>> shelvesOf(
      Marketplace marketplace, List<ProductTraits> products) {
    Map<Category, List<ProductTraits>> shelves = new EnumMap<>(Category.class);
    for (Category category : Category.all()) {
      shelves.put(
          category,
          products.stream()
              .filter(p -> p.marketplace().equals(marketplace) && p.category() == category)
              .toList());
    }
    return shelves;
  }

  List<ProductTraits> products() {
    return products;
  }

  /**
   * A product that the customer comes across: of a category to the customer's taste, rather a
   * popular one. A shop too small to have that category in the marketplace shows anything it has.
   */
  ProductTraits browse(CustomerTraits customer, Draws draws) {
    List<ProductTraits> shelf =
        shelves.get(customer.marketplace().code()).get(customer.tastes().category(draws));
    if (shelf.isEmpty()) {
      return products.get(draws.below(products.size()));
    }
    double skew = draws.uniform();
    return shelf.get((int) (shelf.size() * skew * Math.sqrt(skew)));
  }
}
