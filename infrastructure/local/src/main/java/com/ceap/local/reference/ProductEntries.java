package com.ceap.local.reference;

import com.ceap.model.Product;
import com.ceap.storage.ProductRepository;
import com.ceap.storage.Versioned;
import java.time.Instant;
import java.util.Currency;
import java.util.List;

/** The catalogue. */
record ProductEntries(ProductRepository products) implements Entries<Versioned<Product>> {
  @Override
  public Versioned<Product> parse(Row row, Instant updatedAt) throws BadRowException {
    Product product =
        new Product(
            row.required("product_id"),
            row.text("name"),
            row.text("category"),
            row.amount("price"),
            row.parsed("currency", ProductEntries::currency),
            row.text("image_url"),
            row.text("url"),
            row.flag("in_stock"),
            row.flag("active"));
    return new Versioned<>(product, updatedAt);
  }

  @Override
  public void write(List<Versioned<Product>> entries) {
    products.importAll(entries);
  }

  private static String currency(String text) throws BadRowException {
    try {
      return Currency.getInstance(text).getCurrencyCode();
    } catch (IllegalArgumentException _) {
      throw new BadRowException(
          "'currency' is '%s'; it should be an ISO 4217 code such as EUR.".formatted(text));
    }
  }
}
