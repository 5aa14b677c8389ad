package com.ceap.local.story;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Orders and what they brought.
 *
 * @param revenue by currency; sums of different currencies are never added
 */
public record Sales(long orders, SortedMap<String, BigDecimal> revenue) {
  public Sales {
    revenue = new TreeMap<>(revenue);
  }

  /** One order. */
  static Sales of(String currency, BigDecimal paid) {
    SortedMap<String, BigDecimal> revenue = new TreeMap<>();
    revenue.put(currency, paid);
    return new Sales(1, revenue);
  }

  static Sales sum(Collection<Sales> all) {
    long orders = 0;
    SortedMap<String, BigDecimal> revenue = new TreeMap<>();
    for (Sales one : all) {
      orders += one.orders();
      one.revenue().forEach((currency, paid) -> revenue.merge(currency, paid, BigDecimal::add));
    }
    return new Sales(orders, revenue);
  }
}
