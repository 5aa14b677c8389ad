package com.ceap.connectors.builtin;

import java.math.BigDecimal;
import java.util.Optional;

/** Numbers written as text. */
final class DecimalText {
  /** Longer digit strings are no measurement, and slow to parse. */
  private static final int LONGEST = 64;

  private DecimalText() {}

  /** A decimal number, blanks around it allowed; hex, suffixes and NaN are none. */
  static Optional<BigDecimal> parse(String text) {
    String digits = text.strip();
    if (digits.isEmpty() || digits.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      return Optional.of(new BigDecimal(digits));
    } catch (NumberFormatException noNumber) {
      return Optional.empty();
    }
  }
}
