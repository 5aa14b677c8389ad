package com.ceap.local.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.duckdb.DuckDBConnection;

/**
 * The floor: what a good engineer would write who had this one program to run and nothing else.
 * Tables come by JDBC into maps, one thread reading the reference data and one the interactions,
 * and then both cores decide. No chunks, no extension points, no trace, nothing configurable.
 */
final class SinglePurposeLoop {
  private static final String QUERY =
      "SELECT customer_id, product_id, view_count, time_spent, add_to_cart, purchase_status,"
          + " category, price FROM product_interactions WHERE date = CAST(? AS DATE)"
          + " AND view_count >= 3 AND purchase_status = 'not_purchased'";
  private static final Set<String> SERVED = Set.of("US", "UK", "DE", "FR", "JP", "IN", "BR", "AU");

  private final Map<Visit.Pair, Visit> uniques = new HashMap<>();
  private final Map<String, Long> bad = new TreeMap<>();
  private long raw;

  private SinglePurposeLoop() {}

  /**
   * What is left.
   *
   * @param scores by customer and product
   */
  record Outcome(Funnel funnel, Map<Visit.Pair, Double> scores) {}

  static Outcome decide(Path warehouse, LocalDate date, Instant now, int threads)
      throws SQLException, InterruptedException, ExecutionException {
    SinglePurposeLoop loop = new SinglePurposeLoop();
    try (Connection connection = BenchTables.open(warehouse, threads);
        Connection second = connection.unwrap(DuckDBConnection.class).duplicate()) {
      FutureTask<LoopTables> tables = new FutureTask<>(() -> LoopTables.load(second, now));
      Thread.ofPlatform().start(tables);
      loop.read(connection, date);
      return loop.decide(tables.get());
    }
  }

  private void read(Connection connection, LocalDate date) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(QUERY)) {
      statement.setString(1, date.toString());
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          read(row);
        }
      }
    }
  }

  private void read(ResultSet row) throws SQLException {
    raw++;
    Visit visit =
        new Visit(
            row.getString(1),
            row.getString(2),
            row.getLong(3),
            row.getLong(4),
            row.getBoolean(5),
            row.getString(6),
            row.getString(7),
            row.getDouble(8));
    if (visit.viewCount() < 0 || visit.timeSpent() < 0) {
      bad.merge("NEGATIVE_COUNT", 1L, Long::sum);
    } else if (visit.price() < 0) {
      bad.merge("NEGATIVE_AMOUNT", 1L, Long::sum);
    } else if (visit.customerId() == null || visit.customerId().isBlank()) {
      bad.merge("MISSING_CUSTOMER", 1L, Long::sum);
    } else {
      uniques.merge(visit.pair(), visit, (a, b) -> Visit.ORDER.compare(a, b) >= 0 ? a : b);
    }
  }

  private Outcome decide(LoopTables tables) {
    Tally tally =
        uniques.values().parallelStream()
            .collect(Tally::new, (t, visit) -> t.add(visit, tables), Tally::addAll);
    return new Outcome(Funnel.of(raw, bad, tally.rejected, tally.scores.size()), tally.scores);
  }

  /** The verdicts of some of the visits. */
  private static final class Tally {
    private final Map<Rejected, Long> rejected = new HashMap<>();
    private final Map<Visit.Pair, Double> scores = new HashMap<>();

    void add(Visit visit, LoopTables tables) {
      Rejected verdict = verdict(visit, tables);
      if (verdict == null) {
        scores.put(visit.pair(), score(visit));
      } else {
        rejected.merge(verdict, 1L, Long::sum);
      }
    }

    void addAll(Tally other) {
      other.rejected.forEach((why, count) -> rejected.merge(why, count, Long::sum));
      scores.putAll(other.scores);
    }
  }

  private static final Rejected NOT_SERVED = new Rejected(Funnel.ETL, "MARKETPLACE_NOT_SERVED");
  private static final Rejected UNKNOWN = new Rejected("trust", "CUSTOMER_UNKNOWN");
  private static final Rejected NOT_AUTHENTIC = new Rejected("trust", "CUSTOMER_NOT_AUTHENTIC");
  private static final Rejected INACTIVE = new Rejected("trust", "CUSTOMER_INACTIVE");
  private static final Rejected TOO_SHORT = new Rejected("purchase-intent", "BELOW_MIN_TIME_SPENT");
  private static final Rejected NO_PRODUCT = new Rejected("inventory", "PRODUCT_UNKNOWN");
  private static final Rejected OUT_OF_STOCK = new Rejected("inventory", "OUT_OF_STOCK");
  private static final Rejected NOT_SOLD = new Rejected("inventory", "PRODUCT_INACTIVE");
  private static final Rejected BOUGHT = new Rejected("eligibility", "ALREADY_PURCHASED");
  private static final Rejected OPTED_OUT = new Rejected("eligibility", "OPTED_OUT");
  private static final Rejected CAPPED = new Rejected("frequency-cap", "FREQUENCY_CAP_REACHED");

  /** Null lets pass: an object for each would be waste in a loop like this. */
  private static Rejected verdict(Visit visit, LoopTables tables) {
    LoopTables.Profile customer = tables.customers().get(visit.customerId());
    if (customer == null) {
      return UNKNOWN;
    }
    if (customer.marketplace() != null && !SERVED.contains(customer.marketplace())) {
      return NOT_SERVED;
    }
    switch (customer.status()) {
      case "active" -> {}
      case "unverified", "fraudulent" -> {
        return NOT_AUTHENTIC;
      }
      default -> {
        return INACTIVE;
      }
    }
    if (visit.timeSpent() < 300) {
      return TOO_SHORT;
    }
    LoopTables.Shelf product = tables.products().get(visit.productId());
    if (product == null) {
      return NO_PRODUCT;
    }
    if (!product.inStock()) {
      return OUT_OF_STOCK;
    }
    if (!product.active()) {
      return NOT_SOLD;
    }
    if (tables.purchases().contains(visit.pair())) {
      return BOUGHT;
    }
    LoopTables.OptOut optOut =
        tables.optOuts().getOrDefault(visit.customerId(), LoopTables.OptOut.NONE);
    boolean byEmail = customer.hasEmail() && !optOut.email();
    if (!byEmail && optOut.inApp()) {
      return OPTED_OUT;
    }
    boolean capped = byEmail && tables.emails().getOrDefault(visit.customerId(), 0) >= 3;
    return capped ? CAPPED : null;
  }

  private static double score(Visit visit) {
    double z =
        -2.5
            + 0.15 * visit.viewCount()
            + 0.0008 * visit.timeSpent()
            + 1.25 * (visit.addToCart() ? 1 : 0)
            + -0.0002 * visit.price();
    return 1 / (1 + Math.exp(-z));
  }
}
