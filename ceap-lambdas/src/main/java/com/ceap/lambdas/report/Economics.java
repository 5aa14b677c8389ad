package com.ceap.lambdas.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What figures of messages come to in money. */
public record Economics(Figures figures) {
  private static final int DIGITS = 4;

  /** The mean value of an order, by currency. */
  public SortedMap<String, BigDecimal> averageOrder() {
    SortedMap<String, BigDecimal> means = new TreeMap<>();
    figures
        .orders()
        .forEach(
            (currency, count) ->
                means.put(
                    currency,
                    figures
                        .revenue()
                        .in(currency)
                        .divide(BigDecimal.valueOf(count), 2, RoundingMode.HALF_UP)));
    return means;
  }

  /** The currency of the costs, where there are any. */
  public Optional<String> costCurrency() {
    return figures.cost().amounts().keySet().stream().findFirst();
  }

  /** What an order cost, in {@link #costCurrency}; empty where there was none. */
  public Optional<BigDecimal> costPerOrder() {
    return costCurrency()
        .filter(_ -> figures.converted() > 0)
        .map(
            currency ->
                figures
                    .cost()
                    .in(currency)
                    .divide(BigDecimal.valueOf(figures.converted()), DIGITS, RoundingMode.HALF_UP));
  }

  /**
   * Revenue less cost, over cost, by orders in the currency of the costs alone: nobody here knows
   * exchange rates.
   */
  public Optional<BigDecimal> returnOnCost() {
    return costCurrency()
        .map(
            currency ->
                figures
                    .revenue()
                    .in(currency)
                    .subtract(figures.cost().in(currency))
                    .divide(figures.cost().in(currency), DIGITS, RoundingMode.HALF_UP));
  }
}
