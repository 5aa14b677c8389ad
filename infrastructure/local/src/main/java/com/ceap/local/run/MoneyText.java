package com.ceap.local.run;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;

/** Amounts for people, in no country's manner. */
public final class MoneyText {
  private MoneyText() {}

  /**
   * An amount with as many decimals as its currency has.
   *
   * @param currency ISO 4217 code; of one that is none the amount stays as it is
   */
  public static String of(BigDecimal amount, String currency) {
    int decimals =
        Currency.availableCurrencies()
            .filter(known -> known.getCurrencyCode().equals(currency))
            .mapToInt(Currency::getDefaultFractionDigits)
            .findFirst()
            .orElse(Math.max(0, amount.scale()));
    return String.format(Locale.ROOT, "%,." + Math.max(0, decimals) + "f", amount);
  }
}
