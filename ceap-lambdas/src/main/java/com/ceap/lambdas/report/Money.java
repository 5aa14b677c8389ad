package com.ceap.lambdas.report;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Sums of money by currency; amounts of different currencies are never added.
 *
 * @param amounts by ISO 4217 code; an empty one stands for orders that name none
 */
public record Money(SortedMap<String, BigDecimal> amounts) {
  public static final Money NONE = new Money(new TreeMap<>());

  public Money {
    SortedMap<String, BigDecimal> plain = new TreeMap<>();
    amounts.forEach((currency, amount) -> plain.put(currency, plain(amount)));
    plain.values().removeIf(amount -> amount.signum() == 0);
    amounts = Collections.unmodifiableSortedMap(plain);
  }

  public static Money of(String currency, BigDecimal amount) {
    return new Money(new TreeMap<>(Map.of(currency, amount)));
  }

  /** Equal sums are equal however they were added up. */
  private static BigDecimal plain(BigDecimal amount) {
    BigDecimal stripped = amount.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  public Money plus(Money other) {
    SortedMap<String, BigDecimal> sums = new TreeMap<>(amounts);
    other.amounts.forEach((currency, amount) -> sums.merge(currency, amount, BigDecimal::add));
    return new Money(sums);
  }

  public BigDecimal in(String currency) {
    return amounts.getOrDefault(currency, BigDecimal.ZERO);
  }

  public boolean isNone() {
    return amounts.isEmpty();
  }
}
