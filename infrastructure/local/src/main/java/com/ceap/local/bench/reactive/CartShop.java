package com.ceap.local.bench.reactive;

import com.ceap.model.CustomerLedger.Send;
import com.ceap.model.Product;
import com.ceap.storage.Stores;
import com.ceap.storage.Versioned;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The customers and products that carts are decided with; the same seed makes the same. A part of
 * it speaks against a message, so that about three of five carts qualify.
 */
record CartShop(long seed, int customers, int products) {
  static final String PROGRAM = "abandoned-cart-recovery";
  static final Instant NOW = Instant.parse("2026-01-18T16:46:00Z");

  /** So that neither draws what the other drew. */
  private static final long PRODUCTS_STREAM = 1L << 40;

  private static final double OUT_OF_STOCK = 0.05;

  static String productId(int number) {
    return String.format(Locale.ROOT, "P%05d", number);
  }

  CartCustomer customer(int number) {
    return CartCustomer.draw(number, new SplittableRandom(seed + number));
  }

  private Product product(int number) {
    SplittableRandom random = new SplittableRandom(seed + PRODUCTS_STREAM + number);
    return new Product(
        productId(number),
        Optional.of("Product " + number),
        Optional.of("Electronics"),
        Optional.of(BigDecimal.valueOf(random.nextInt(2_000, 20_000), 2)),
        Optional.of("USD"),
        Optional.of("https://images.example/" + number),
        Optional.of("https://shop.example/p/" + number),
        random.nextDouble() >= OUT_OF_STOCK,
        true);
  }

  /** Writes all of it. */
  void fill(Stores stores) {
    List<CartCustomer> all = IntStream.range(0, customers).mapToObj(this::customer).toList();
    stores.customers().importAll(versioned(all.stream().map(CartCustomer::profile)));
    stores.customers().importDevices(versioned(all.stream().flatMap(CartCustomer::devices)));
    stores.features().importAll(versioned(all.stream().flatMap(CartCustomer::features)));
    stores.ledgers().importConsents(versioned(all.stream().flatMap(CartCustomer::consents)));
    Map<String, List<Send>> sends = new HashMap<>();
    all.forEach(customer -> sends.put(customer.id(), customer.sends()));
    stores.ledgers().addSends(sends);
    stores.products().importAll(versioned(IntStream.range(0, products).mapToObj(this::product)));
  }

  private static <T> List<Versioned<T>> versioned(Stream<T> values) {
    Instant yesterday = NOW.minus(Duration.ofDays(1));
    return values.map(value -> new Versioned<>(value, yesterday)).toList();
  }
}
