package com.ceap.channels.content;

import com.ceap.model.Attributes;
import com.ceap.model.Product;
import com.ceap.model.ScoredCandidate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A product as a message shows it. In a cart, what the customer put there; otherwise what the
 * catalogue says now; each stands in for the other.
 *
 * @param product what the catalogue knows of it
 * @param views how often the customer looked at it; 0 where nobody counted
 */
record ShownProduct(
    ScoredCandidate candidate,
    String name,
    Optional<Price> price,
    Optional<Product> product,
    long views) {
  /** The type of subjects that are products. */
  static final String PRODUCT = "product";

  /** The products of a message in their order; those that nobody can name are left out. */
  static List<ShownProduct> of(List<ScoredCandidate> candidates, Map<String, Product> catalog) {
    List<ShownProduct> shown = new ArrayList<>();
    for (ScoredCandidate candidate : candidates) {
      if (candidate.key().subject().type().equals(PRODUCT)) {
        String id = candidate.key().subject().id();
        recommended(candidate, Optional.ofNullable(catalog.get(id))).ifPresent(shown::add);
      } else {
        for (CartItem item : CartItem.of(candidate.candidate())) {
          inCart(candidate, item, Optional.ofNullable(catalog.get(item.productId())))
              .ifPresent(shown::add);
        }
      }
    }
    return shown;
  }

  private static Optional<ShownProduct> recommended(
      ScoredCandidate candidate, Optional<Product> product) {
    Attributes seen = candidate.candidate().attributes();
    Optional<String> name = product.flatMap(Product::name).or(() -> seen.text("product_name"));
    Optional<Price> price =
        product
            .flatMap(Price::of)
            .or(() -> seen.find("price").flatMap(value -> Price.seen(value, seen)));
    long views = seen.integer("view_count").orElse(0);
    return name.map(known -> new ShownProduct(candidate, known, price, product, views));
  }

  private static Optional<ShownProduct> inCart(
      ScoredCandidate candidate, CartItem item, Optional<Product> product) {
    Optional<String> name = item.name().or(() -> product.flatMap(Product::name));
    Optional<Price> price = item.price().or(() -> product.flatMap(Price::of));
    return name.map(known -> new ShownProduct(candidate, known, price, product, 0));
  }
}
