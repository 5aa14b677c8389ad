package com.ceap.model;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A product of the catalogue.
 *
 * @param price in units of {@code currency}
 * @param currency ISO 4217 code
 */
public record Product(
    String productId,
    Optional<String> name,
    Optional<String> category,
    Optional<BigDecimal> price,
    Optional<String> currency,
    Optional<String> imageUrl,
    Optional<String> url,
    boolean inStock,
    boolean active) {
  public Product {
    Require.text(productId, "product id");
  }
}
