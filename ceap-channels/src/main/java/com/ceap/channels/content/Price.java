package com.ceap.channels.content;

import com.ceap.model.Attributes;
import com.ceap.model.Product;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;

/**
 * An amount of money.
 *
 * @param currency empty for the marketplace's own
 */
record Price(BigDecimal amount, Optional<Currency> currency) {
  private static final String CURRENCY = "currency";

  /** What the catalogue asks. */
  static Optional<Price> of(Product product) {
    return product
        .price()
        .filter(amount -> amount.signum() >= 0)
        .map(amount -> new Price(amount, product.currency().flatMap(Price::currency)));
  }

  /** What the customer saw, in the candidate's own currency; empty for what can be no price. */
  static Optional<Price> seen(Object value, Attributes attributes) {
    return amount(value)
        .map(amount -> new Price(amount, attributes.text(CURRENCY).flatMap(Price::currency)));
  }

  private static Optional<BigDecimal> amount(Object value) {
    return switch (value) {
      case Long whole when whole >= 0 -> Optional.of(BigDecimal.valueOf(whole));
      case Double number when number >= 0 && Double.isFinite(number) ->
          Optional.of(BigDecimal.valueOf(number));
      case null, default -> Optional.empty();
    };
  }

  private static Optional<Currency> currency(String code) {
    try {
      return Optional.of(Currency.getInstance(code));
    } catch (IllegalArgumentException notIso) {
      return Optional.empty();
    }
  }

  /** As the reader writes it; empty where nobody knows the currency. */
  Optional<String> text(Reader reader) {
    return currency.or(reader::currency).map(known -> reader.money(amount, known));
  }
}
