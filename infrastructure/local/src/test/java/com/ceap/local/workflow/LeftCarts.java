package com.ceap.local.workflow;

import com.ceap.model.Attributes;
import com.ceap.model.Candidate;
import com.ceap.model.CandidateKey;
import com.ceap.model.Context;
import com.ceap.model.Score;
import com.ceap.model.ScoredCandidate;
import com.ceap.model.Subject;
import com.ceap.storage.Conversion;
import com.ceap.storage.RunStamp;
import com.ceap.storage.Stores;
import com.ceap.storage.embedded.SqliteTables;
import com.ceap.storage.table.ChangeFeed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;

/** Carts of one day, of which those with a high value are mostly bought. */
public final class LeftCarts implements AutoCloseable {
  public static final String MODEL = "purchase-intent-v4";
  public static final LocalDate DAY = LocalDate.parse("2026-11-10");
  public static final List<String> FEATURES =
      List.of("purchase_history", "cart_value", "email_engagement", "discount_sensitivity");

  private static final Instant NOW = Instant.parse("2026-11-10T08:00:00Z");

  private final SqliteTables tables;

  /** Stores that many carts, and what became of them. */
  public LeftCarts(Path folder, int carts) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.tables = SqliteTables.open(folder.resolve("ceap.db"), () -> NOW);
    Stores stores = Stores.on(tables, () -> NOW);
    SplittableRandom random = new SplittableRandom(11);
    List<ScoredCandidate> decisions = new ArrayList<>();
    for (int i = 0; i < carts; i++) {
      decisions.add(decision(i, random));
    }
    stores.candidates().storeAll(new RunStamp("run-1", DAY, NOW, Duration.ofDays(7)), decisions);
    for (ScoredCandidate decision : decisions) {
      if (random.nextDouble() < truth(values(decision.features()))) {
        stores.outcomes().record(decision.key(), order(decision), NOW.plus(Duration.ofDays(45)));
      }
    }
  }

  /** The probability by which a cart is bought, of the features in their order. */
  public static double truth(double[] features) {
    return features[1] > 150 ? 0.8 : 0.1;
  }

  private static double[] values(Attributes features) {
    return FEATURES.stream().mapToDouble(f -> features.number(f).orElseThrow()).toArray();
  }

  private static ScoredCandidate decision(int i, SplittableRandom random) {
    CandidateKey key =
        new CandidateKey(
            "C0%05d".formatted(i),
            "abandoned-cart-recovery",
            "US",
            new Subject("cart", "K0%05d".formatted(i)));
    Candidate candidate =
        new Candidate(
            key,
            new Context(Map.of()),
            Attributes.EMPTY,
            List.of("email"),
            NOW.minusSeconds(100_000 - i));
    Attributes features =
        Attributes.of(
            Map.of(
                "purchase_history",
                (long) random.nextInt(10),
                "cart_value",
                50.0 + random.nextInt(200),
                "email_engagement",
                random.nextDouble(),
                "discount_sensitivity",
                random.nextDouble()));
    List<Score> scores =
        List.of(new Score(MODEL, 0.5, OptionalInt.empty(), Score.Origin.MODEL, NOW));
    return new ScoredCandidate(candidate, features, scores, 0.5, OptionalInt.empty());
  }

  private static Conversion order(ScoredCandidate decision) {
    return new Conversion(
        "order-" + decision.key().subject().id(),
        new BigDecimal("10"),
        Optional.of("USD"),
        NOW,
        Optional.empty());
  }

  public ChangeFeed changes() {
    return tables.changes();
  }

  @Override
  public void close() {
    tables.close();
  }
}
