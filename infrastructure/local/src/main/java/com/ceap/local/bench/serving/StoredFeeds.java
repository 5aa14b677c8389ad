package com.ceap.local.bench.serving;

import com.ceap.model.CandidateKey;
import com.ceap.model.Product;
import com.ceap.model.ScoredCandidate;
import com.ceap.model.Subject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Recommendations as a nightly run leaves them, ten for each customer; the same seed makes the
 * same.
 *
 * @param customers how many customers have some
 */
record StoredFeeds(long seed, int customers) {
  static final String PROGRAM = "product-recommendations";
  static final LocalDate DAY = LocalDate.of(2026, 1, 17);
  static final Instant DECIDED = Instant.parse("2026-01-18T02:30:00Z");
  static final int EACH = 10;
  static final int PRODUCTS = 5_000;

  private static final List<String> MARKETPLACES =
      List.of("US", "UK", "DE", "FR", "JP", "IN", "BR", "AU");

  static StoredFeeds of(long seed, long candidates) {
    return new StoredFeeds(seed, Math.toIntExact(Math.max(1, candidates / EACH)));
  }

  static String customerId(int number) {
    return String.format(Locale.ROOT, "C%08d", number);
  }

  /** The customer's candidates, each about a product of its own. */
  Stream<ScoredCandidate> of(int customer) {
    SplittableRandom random = new SplittableRandom(seed + customer);
    String marketplace = MARKETPLACES.get(random.nextInt(MARKETPLACES.size()));
    int first = random.nextInt(PRODUCTS);
    return IntStream.range(0, EACH)
        .mapToObj(i -> key(customer, marketplace, (first + i * 7) % PRODUCTS))
        .map(key -> Recommendation.draw(key, DECIDED, random));
  }

  private static CandidateKey key(int customer, String marketplace, int product) {
    return new CandidateKey(
        customerId(customer), PROGRAM, marketplace, new Subject("product", productId(product)));
  }

  private static String productId(int number) {
    return String.format(Locale.ROOT, "P%05d", number);
  }

  /** All products that candidates are about. */
  static Stream<Product> products() {
    return IntStream.range(0, PRODUCTS).mapToObj(StoredFeeds::product);
  }

  private static Product product(int number) {
    return new Product(
        productId(number),
        Optional.of("Product number " + number),
        Optional.of("Electronics"),
        Optional.of(BigDecimal.valueOf(999 + number, 2)),
        Optional.of("USD"),
        Optional.of("https://images.example/" + productId(number) + ".jpg"),
        Optional.of("https://shop.example/p/" + productId(number)),
        true,
        true);
  }
}
