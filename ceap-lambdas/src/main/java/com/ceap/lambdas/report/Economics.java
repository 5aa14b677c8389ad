package com.ceap.lambdas.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What figures of messages come to in money. */
public record Economics(Figures figures) {
  private static final int DIGITS = 3;
  private static final BigDecimal HUNDREDTH = new BigDecimal("0.01");

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

  /**
   * What the messages of an order cost, in {@link #costCurrency}, to hundredths, and to three
   * digits of what is less; empty where there was no order.
   */
  public Optional<BigDecimal> costPerOrder() {
    return costCurrency().filter(_ -> figures.converted() > 0).map(this::costPerOrder);
  }

  private BigDecimal costPerOrder(String currency) {
    BigDecimal exact =
        figures
            .cost()
            .in(currency)
            .divide(BigDecimal.valueOf(figures.converted()), MathContext.DECIMAL64);
    return exact.compareTo(HUNDREDTH) < 0
        ? exact.round(new MathContext(DIGITS, RoundingMode.HALF_UP))
        : exact.setScale(2, RoundingMode.HALF_UP);
  }

  /**
   * How much revenue each unit of cost has brought, by orders in the currency of the costs alone:
   * nobody here knows exchange rates.
   */
  public Optional<BigDecimal> revenuePerCost() {
    return costCurrency().map(currency -> revenuePer(currency, figures.cost().in(currency)));
  }

  /** As {@link #revenuePerCost}, where what was taken off the orders is a cost as well. */
  public Optional<BigDecimal> revenuePerCostAndDiscount() {
    return costCurrency()
        .map(
            currency ->
                revenuePer(
                    currency, figures.cost().in(currency).add(figures.discount().in(currency))));
  }

  private BigDecimal revenuePer(String currency, BigDecimal spent) {
    return figures.revenue().in(currency).divide(spent, MathContext.DECIMAL64);
  }
}
