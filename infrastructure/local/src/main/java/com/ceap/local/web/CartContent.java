package com.ceap.local.web;

import com.ceap.channels.link.LinkTarget.Landing;
import com.ceap.channels.spi.MessageContent.Offer;
import com.ceap.model.Attributes;
import com.ceap.model.program.Marketplace;
import com.ceap.model.program.Marketplaces;
import com.ceap.storage.StoredCandidate;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;

/**
 * What a cart costs whose link was followed.
 *
 * @param value empty where the event named none
 * @param offer the one that the link brings, while it lasts
 */
record CartContent(Optional<Amount> value, Optional<Offer> offer) {

  static CartContent of(StoredCandidate stored, Landing link, Instant now) {
    Attributes attributes = stored.decision().candidate().attributes();
    Optional<Amount> value =
        currency(attributes, link.key().marketplace())
            .flatMap(currency -> amount(attributes, currency));
    return new CartContent(value, offer(stored, link, now));
  }

  private static Optional<Amount> amount(Attributes attributes, Currency currency) {
    return switch (attributes.find("cart_value").orElse("")) {
      case Long whole -> Optional.of(new Amount(BigDecimal.valueOf(whole), currency));
      case Double number when Double.isFinite(number) ->
          Optional.of(new Amount(BigDecimal.valueOf(number), currency));
      default -> Optional.empty();
    };
  }

  /** The cart's own, else the marketplace's. */
  private static Optional<Currency> currency(Attributes attributes, String marketplace) {
    String own = attributes.find("currency").map(Object::toString).orElse("");
    return Currency.availableCurrencies()
        .filter(currency -> currency.getCurrencyCode().equals(own))
        .findFirst()
        .or(() -> Marketplaces.find(marketplace).map(Marketplace::currency));
  }

  /** The code that the link brings counts only where it is the candidate's own. */
  private static Optional<Offer> offer(StoredCandidate stored, Landing link, Instant now) {
    int percent = stored.decision().discountPercent().orElse(0);
    Attributes attributes = stored.decision().candidate().attributes();
    return link.offerCodeAt(now)
        .filter(code -> percent > 0 && attributes.find("offer_code").equals(Optional.of(code)))
        .map(code -> new Offer(percent, code));
  }

  Optional<Amount> discount() {
    return offer.flatMap(given -> value.map(amount -> amount.percent(given.percent())));
  }

  /** What is to be paid. */
  Optional<Amount> total() {
    return value.map(amount -> discount().map(amount::minus).orElse(amount));
  }
}
