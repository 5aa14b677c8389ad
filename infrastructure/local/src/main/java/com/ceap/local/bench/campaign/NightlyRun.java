package com.ceap.local.bench.campaign;

import com.ceap.local.platform.LocalPlatform;
import com.ceap.model.Attributes;
import com.ceap.model.Candidate;
import com.ceap.model.CandidateKey;
import com.ceap.model.Context;
import com.ceap.model.Customer;
import com.ceap.model.Product;
import com.ceap.model.ScoredCandidate;
import com.ceap.model.Subject;
import com.ceap.storage.Run;
import com.ceap.storage.RunStamp;
import com.ceap.storage.Versioned;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** What a night's run has stored: customers with two candidates each, of some products. */
record NightlyRun(int customers) {
  static final String PROGRAM = "product-recommendations";
  static final Instant STORED = Instant.parse("2026-03-01T03:35:00Z");

  private static final String ID = "20260301T020000.000-2026-02-28";
  private static final LocalDate DATE = LocalDate.parse("2026-02-28");
  private static final int PRODUCTS = 2_000;
  private static final int TOGETHER = 5_000;

  /** The run itself. */
  static Run run() {
    return Run.starting(PROGRAM, ID, DATE, STORED).ended(Run.State.SUCCEEDED, "{}");
  }

  void store(LocalPlatform platform) {
    platform.stores().runs().register(run());
    List<Versioned<Product>> products = new ArrayList<>();
    for (int i = 0; i < PRODUCTS; i++) {
      products.add(new Versioned<>(product(i), STORED));
    }
    platform.stores().products().importAll(products);
    for (int from = 0; from < customers; from += TOGETHER) {
      store(platform, from, Math.min(customers, from + TOGETHER));
    }
  }

  private void store(LocalPlatform platform, int from, int to) {
    List<Versioned<Customer>> profiles = new ArrayList<>();
    List<ScoredCandidate> candidates = new ArrayList<>();
    for (int i = from; i < to; i++) {
      profiles.add(new Versioned<>(customer(i), STORED));
      candidates.add(candidate(i, i % PRODUCTS));
      candidates.add(candidate(i, (i + 7) % PRODUCTS));
    }
    platform.stores().customers().importAll(profiles);
    RunStamp stamp = new RunStamp(ID, DATE, STORED, Duration.ofDays(7));
    platform.stores().candidates().storeAll(stamp, candidates);
  }

  static Customer customer(int i) {
    Optional<String> none = Optional.empty();
    return new Customer(
        "C" + i,
        Customer.Status.ACTIVE,
        Optional.of("Ann Example"),
        Optional.of("UK"),
        Optional.of(ZoneId.of("Europe/London")),
        none,
        Optional.of("c" + i + "@example.com"),
        none,
        true,
        List.of());
  }

  static Product product(int i) {
    return new Product(
        "P" + i,
        Optional.of("Product " + i),
        Optional.of("Garden"),
        Optional.of(new BigDecimal("19.90")),
        Optional.of("GBP"),
        Optional.of("https://shop.example.com/images/" + i + ".jpg"),
        Optional.of("https://shop.example.com/products/" + i),
        true,
        true);
  }

  static ScoredCandidate candidate(int customer, int product) {
    Candidate candidate =
        new Candidate(
            new CandidateKey("C" + customer, PROGRAM, "UK", new Subject("product", "P" + product)),
            Context.EMPTY,
            Attributes.of(Map.of("view_count", 4L)),
            List.of("email", "in-app"),
            STORED);
    double score = 0.6 + (customer * 31L + product) % 4_000 / 10_000.0;
    return new ScoredCandidate(candidate, Attributes.EMPTY, List.of(), score, OptionalInt.of(10));
  }
}
