package com.ceap.local.bench;

import java.util.Comparator;

/** A row of the query. Greater is the one that survives; nothing in it is absent. */
record Visit(
    String customerId,
    String productId,
    long viewCount,
    long timeSpent,
    boolean addToCart,
    String purchaseStatus,
    String category,
    double price) {
  static final Comparator<Visit> ORDER =
      Comparator.comparingLong(Visit::viewCount)
          .thenComparingLong(Visit::timeSpent)
          .thenComparing(Visit::addToCart)
          .thenComparing(Visit::category)
          .thenComparingDouble(Visit::price)
          .thenComparing(Visit::purchaseStatus);

  /** A customer and a product. */
  record Pair(String customerId, String productId) {}

  Pair pair() {
    return new Pair(customerId, productId);
  }
}
