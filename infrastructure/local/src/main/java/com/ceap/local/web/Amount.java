package com.ceap.local.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;

/** A sum of money, to as many decimals as its currency has. */
record Amount(BigDecimal value, Currency currency) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  Amount {
    value = value.setScale(Math.max(0, currency.getDefaultFractionDigits()), RoundingMode.HALF_UP);
  }

  /** A share of it, 0 to 100. */
  Amount percent(int percent) {
    return new Amount(
        value.multiply(BigDecimal.valueOf(percent)).divide(HUNDRED, 10, RoundingMode.HALF_UP),
        currency);
  }

  Amount minus(Amount other) {
    return new Amount(value.subtract(other.value), currency);
  }

  Amount negated() {
    return new Amount(value.negate(), currency);
  }

  String text(Locale locale) {
    NumberFormat format = NumberFormat.getCurrencyInstance(locale);
    format.setCurrency(currency);
    format.setMinimumFractionDigits(value.scale());
    format.setMaximumFractionDigits(value.scale());
    return format.format(value);
  }
}
