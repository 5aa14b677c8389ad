package com.ceap.serving.display;

import com.ceap.model.Attributes;
import com.ceap.model.Product;
import com.ceap.model.program.Marketplace;
import com.ceap.model.program.Marketplaces;
import java.math.BigDecimal;
import java.util.Optional;

/** Prices with their currency: that of the source, else the marketplace's own. */
record Prices(Optional<String> currency) {
  static Prices of(Attributes attributes, String marketplace) {
    return new Prices(
        Texts.find(attributes, "currency")
            .or(
                () ->
                    Marketplaces.find(marketplace)
                        .map(Marketplace::currency)
                        .map(Object::toString)));
  }

  /** What the catalogue asks. */
  Optional<Money> of(Product product) {
    return product
        .price()
        .flatMap(amount -> product.currency().or(() -> currency).map(c -> new Money(amount, c)));
  }

  /** What the source saw; nothing where it is no amount. */
  Optional<Money> of(Object seen) {
    return amount(seen).flatMap(amount -> currency.map(c -> new Money(amount, c)));
  }

  private static Optional<BigDecimal> amount(Object seen) {
    return switch (seen) {
      case Long whole when whole >= 0 -> Optional.of(BigDecimal.valueOf(whole));
      case Double number when number >= 0 && Double.isFinite(number) ->
          Optional.of(BigDecimal.valueOf(number));
      case null, default -> Optional.empty();
    };
  }
}
