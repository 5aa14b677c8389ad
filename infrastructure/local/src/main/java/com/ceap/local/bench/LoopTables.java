package com.ceap.local.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The reference tables as plain maps, as far as the program asks for them. */
record LoopTables(
    Map<String, Profile> customers,
    Map<String, Shelf> products,
    Map<String, OptOut> optOuts,
    Set<Visit.Pair> purchases,
    Map<String, Integer> emails) {
  record Profile(String status, String marketplace, boolean hasEmail) {}

  record Shelf(boolean inStock, boolean active) {}

  record OptOut(boolean email, boolean inApp) {
    static final OptOut NONE = new OptOut(false, false);

    OptOut and(String channel) {
      boolean all = channel.equals("all");
      return new OptOut(
          email || all || channel.equals("email"), inApp || all || channel.equals("in-app"));
    }
  }

  private interface RowReader {
    void read(ResultSet row) throws SQLException;
  }

  static LoopTables load(Connection connection, Instant now) throws SQLException {
    return new LoopTables(
        customers(connection),
        products(connection),
        optOuts(connection),
        purchases(connection),
        emails(connection, now));
  }

  private static Map<String, Profile> customers(Connection connection) throws SQLException {
    Map<String, Profile> customers = new HashMap<>();
    each(
        connection,
        "SELECT customer_id, status, marketplace, email FROM customers",
        row -> {
          String email = row.getString(4);
          customers.put(
              row.getString(1),
              new Profile(row.getString(2), row.getString(3), email != null && !email.isBlank()));
        });
    return customers;
  }

  private static Map<String, Shelf> products(Connection connection) throws SQLException {
    Map<String, Shelf> products = new HashMap<>();
    each(
        connection,
        "SELECT product_id, in_stock, active FROM products",
        row -> products.put(row.getString(1), new Shelf(row.getBoolean(2), row.getBoolean(3))));
    return products;
  }

  private static Map<String, OptOut> optOuts(Connection connection) throws SQLException {
    record Scope(String customerId, String programId, String channel) {}
    Map<Scope, Boolean> latest = new HashMap<>();
    each(
        connection,
        "SELECT customer_id, program_id, channel, opted_out FROM consents"
            + " WHERE program_id IN ('all', 'product-recommendations') ORDER BY updated_at",
        row ->
            latest.put(
                new Scope(row.getString(1), row.getString(2), row.getString(3)),
                row.getBoolean(4)));
    Map<String, OptOut> optOuts = new HashMap<>();
    latest.forEach(
        (scope, optedOut) -> {
          if (optedOut) {
            optOuts.merge(
                scope.customerId(),
                OptOut.NONE.and(scope.channel()),
                (known, _) -> known.and(scope.channel()));
          }
        });
    return optOuts;
  }

  private static Set<Visit.Pair> purchases(Connection connection) throws SQLException {
    Set<Visit.Pair> purchases = new HashSet<>();
    each(
        connection,
        "SELECT customer_id, product_id FROM purchases",
        row -> purchases.add(new Visit.Pair(row.getString(1), row.getString(2))));
    return purchases;
  }

  private static Map<String, Integer> emails(Connection connection, Instant now)
      throws SQLException {
    Map<String, Integer> emails = new HashMap<>();
    String sql =
        "SELECT DISTINCT customer_id, sent_at FROM contacts"
            + " WHERE program_id = 'product-recommendations' AND channel = 'email'"
            + " AND sent_at > CAST(? AS TIMESTAMP) - INTERVAL 168 HOURS";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, LocalDateTime.ofInstant(now, ZoneOffset.UTC).toString());
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          emails.merge(row.getString(1), 1, Integer::sum);
        }
      }
    }
    return emails;
  }

  private static void each(Connection connection, String sql, RowReader reader)
      throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        reader.read(row);
      }
    }
  }
}
