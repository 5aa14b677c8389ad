package com.ceap.serving.display;

import com.ceap.model.Product;
import java.util.Map;
import java.util.Optional;

/**
 * One product as an app shows it.
 *
 * @param image where its picture lies
 * @param link where it can be bought
 */
public record Article(
    String productId,
    Optional<String> title,
    Optional<String> image,
    Optional<Money> price,
    Optional<String> link) {
  /** As the catalogue knows it. */
  static Article of(String productId, Optional<Product> known, Prices prices) {
    return new Article(
        productId,
        known.flatMap(Product::name),
        known.flatMap(Product::imageUrl),
        known.flatMap(prices::of),
        known.flatMap(Product::url));
  }

  /** In a cart: what the customer put there, else what the catalogue says. */
  static Article inCart(Map<?, ?> item, Map<String, Product> catalog, Prices prices) {
    String id = String.valueOf(item.get("id"));
    Article known = of(id, Optional.ofNullable(catalog.get(id)), prices);
    return new Article(
        id,
        Texts.text(item.get("name")).or(known::title),
        known.image(),
        prices.of(item.get("price")).or(known::price),
        known.link());
  }
}
