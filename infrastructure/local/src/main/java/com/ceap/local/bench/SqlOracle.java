package com.ceap.local.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The decision of {@code program.yaml} by another engine: one SQL statement ({@code oracle.sql}) on
 * a plain DuckDB, over the Parquet files of a sample shop. Used once.
 */
public final class SqlOracle {
  /** A candidate that is left. */
  public record Survivor(String customerId, String marketplace, String productId) {}

  /**
   * What the statement answers.
   *
   * @param scoreSum the engine's compensated sum
   */
  public record Answer(Funnel funnel, Map<Survivor, Double> survivors, double scoreSum) {}

  private final Map<String, Long> bad = new TreeMap<>();
  private final Map<Rejected, Long> rejected = new HashMap<>();
  private final Map<Survivor, Double> survivors = new HashMap<>();
  private long raw;
  private long eligible;
  private double scoreSum;

  private SqlOracle() {}

  /** Decides the rows of a business date at a moment. */
  public static Answer decide(Path warehouse, LocalDate date, Instant now, int threads)
      throws SQLException {
    SqlOracle oracle = new SqlOracle();
    try (Connection connection = BenchTables.open(warehouse, threads);
        PreparedStatement statement = connection.prepareStatement(sql())) {
      statement.setString(1, date.toString());
      statement.setString(2, LocalDateTime.ofInstant(now, ZoneOffset.UTC).toString());
      try (ResultSet answer = statement.executeQuery()) {
        while (answer.next()) {
          oracle.line(answer);
        }
      }
    }
    Funnel funnel = Funnel.of(oracle.raw, oracle.bad, oracle.rejected, oracle.eligible);
    return new Answer(funnel, oracle.survivors, oracle.scoreSum);
  }

  private void line(ResultSet line) throws SQLException {
    switch (line.getString("line")) {
      case "record" -> record(line.getString("reason"), line.getLong("n"));
      case "rejected" ->
          rejected.put(
              new Rejected(line.getString("filter_id"), line.getString("reason")),
              line.getLong("n"));
      case "total" -> {
        eligible = line.getLong("n");
        scoreSum = line.getDouble("score");
      }
      case "eligible" ->
          survivors.put(
              new Survivor(
                  line.getString("customer_id"),
                  line.getString("marketplace"),
                  line.getString("product_id")),
              line.getDouble("score"));
      default -> throw new IllegalStateException("oracle.sql knows no line " + line.getString(1));
    }
  }

  private void record(String fault, long count) {
    raw += count;
    if (fault != null) {
      bad.put(fault, count);
    }
  }

  private static String sql() {
    try (InputStream in = SqlOracle.class.getResourceAsStream("oracle.sql")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read oracle.sql", e);
    }
  }
}
