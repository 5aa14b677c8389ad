package com.ceap.lambdas.report;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** How figures are written. */
public final class Words {
  private Words() {}

  public static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** A share of 0 to 1. */
  public static String percent(double share) {
    String format = share > 0 && share < 0.01 ? "%.2f %%" : "%.1f %%";
    return String.format(Locale.ROOT, format, 100 * share);
  }

  /** To hundredths. */
  public static String money(String currency, BigDecimal amount) {
    return String.format(Locale.ROOT, "%,.2f %s", amount, currency).strip();
  }

  /** To the last digit that there is. */
  public static String exactMoney(String currency, BigDecimal amount) {
    return (amount.stripTrailingZeros().toPlainString() + " " + currency).strip();
  }

  /** A ratio as percent, such as a return on cost. */
  public static String times(BigDecimal ratio) {
    return String.format(Locale.ROOT, "%,.0f %%", ratio.doubleValue() * 100);
  }

  /** A reason code in words. */
  public static String reason(String code) {
    return code.toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** The products with the most orders; of as many, those that sort first. */
  public static List<ProductFigures> bestProducts(DayMetrics sum, int most) {
    return sum.products().values().stream()
        .sorted(
            Comparator.comparingLong(ProductFigures::converted)
                .reversed()
                .thenComparing(ProductFigures::productId))
        .limit(most)
        .toList();
  }
}
