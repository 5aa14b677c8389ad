package com.ceap.local.functions;

import com.ceap.model.Customer;
import com.ceap.model.Device;
import com.ceap.model.Product;
import com.ceap.storage.FeatureRepository.Feature;
import com.ceap.storage.Stores;
import com.ceap.storage.Versioned;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Customers and products for functions that are tried out, made up. */
final class SampleShelves {
  private static final Optional<String> NONE = Optional.empty();

  private SampleShelves() {}

  static String customerId(int number) {
    return String.format(Locale.ROOT, "C%07d", number);
  }

  static String productId(int number) {
    return String.format(Locale.ROOT, "P%05d", number);
  }

  /** Stores so many customers, with what models want to know of them, and all products. */
  static void fill(Stores stores, int customers, Instant now) {
    List<Versioned<Product>> products = new ArrayList<>();
    for (int i = 0; i < SampleRows.PRODUCTS; i++) {
      products.add(new Versioned<>(product(i), now));
    }
    stores.products().importAll(products);
    stores.features().importAll(similar(now));
    List<Versioned<Customer>> profiles = new ArrayList<>();
    List<Versioned<Feature>> features = new ArrayList<>();
    for (int i = 0; i < customers; i++) {
      String id = customerId(i);
      profiles.add(new Versioned<>(customer(id), now));
      features(i % 20 / 20.0)
          .forEach(
              (name, value) ->
                  features.add(new Versioned<>(new Feature("customer", id, name, value), now)));
    }
    stores.customers().importAll(profiles);
    stores.features().importAll(features);
  }

  private static List<Versioned<Feature>> similar(Instant now) {
    return IntStream.range(0, SampleRows.PRODUCTS)
        .mapToObj(i -> new Feature("product", productId(i), "similar_products_purchased", i % 5L))
        .map(feature -> new Versioned<>(feature, now))
        .toList();
  }

  private static Customer customer(String id) {
    return new Customer(
        id,
        Customer.Status.ACTIVE,
        Optional.of("Ann"),
        Optional.of("US"),
        Optional.empty(),
        NONE,
        Optional.of(id + "@example.com"),
        Optional.of(phone(id)),
        true,
        List.of(new Device(id, "token-" + id, "ios")));
  }

  private static String phone(String customerId) {
    return switch (customerId) {
      case "C0000007" -> StandInProviders.REFUSED;
      case "C0000010" -> StandInProviders.UNCLEAR;
      default -> "+15550100";
    };
  }

  private static Product product(int number) {
    return new Product(
        productId(number),
        Optional.of("Lamp " + number),
        Optional.of("category-" + number % 12),
        Optional.of(BigDecimal.valueOf(10 + number % 200)),
        Optional.of("USD"),
        NONE,
        NONE,
        true,
        true);
  }

  /**
   * Of all that the programs' models ask for.
   *
   * @param taste 0 to 1
   */
  private static Map<String, Object> features(double taste) {
    return Map.of(
        "purchase_history",
        Math.round(taste * 20),
        "email_engagement",
        taste,
        "discount_sensitivity",
        1 - taste,
        "price_sensitivity",
        taste,
        "category_preferences",
        taste);
  }
}
