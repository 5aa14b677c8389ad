package com.ceap.lambdas.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** How figures are written. */
public final class Words {
  private static final BigDecimal TENTH = new BigDecimal("0.1");
  private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_UP);
  private static final BigDecimal MOST_PER_UNIT = BigDecimal.valueOf(1_000_000);

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

  /** To hundredths, and to three digits where it is less than a tenth: messages cost little. */
  public static String cost(String currency, BigDecimal amount) {
    if (amount.compareTo(TENTH) >= 0) {
      return money(currency, amount);
    }
    BigDecimal rounded = amount.round(THREE_DIGITS).stripTrailingZeros();
    return (rounded.toPlainString() + " " + currency).strip();
  }

  /**
   * What each unit brought, such as {@code 1 : 9.0}. Beyond a million the unit is so small that
   * digits would say nothing: e-mails cost next to nothing.
   */
  public static String perUnit(BigDecimal ratio) {
    if (ratio.compareTo(MOST_PER_UNIT) > 0) {
      return String.format(Locale.ROOT, "1 : over %,.0f", MOST_PER_UNIT);
    }
    String format = ratio.compareTo(BigDecimal.TEN) < 0 ? "1 : %,.2f" : "1 : %,.0f";
    return String.format(Locale.ROOT, format, ratio);
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
