package com.ceap.channels.content;

import com.ceap.model.Customer;
import com.ceap.model.program.Marketplace;
import com.ceap.model.program.Marketplaces;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;

/**
 * How a customer reads: by the profile, and by the marketplace where the profile is silent.
 *
 * @param locale of numbers and money
 * @param language of the words, ISO 639
 * @param currency of prices without one; empty for a marketplace that is not known
 */
record Reader(
    Locale locale, String language, ZoneId zone, Optional<Currency> currency, Formats formats) {
  static Reader of(Customer customer, String marketplace, String language, Formats formats) {
    Optional<Marketplace> shop = Marketplaces.find(marketplace);
    return new Reader(
        ReaderLocale.of(customer, marketplace),
        language,
        customer.timeZone().or(() -> shop.map(Marketplace::zone)).orElse(ZoneOffset.UTC),
        shop.map(Marketplace::currency),
        formats);
  }

  /** An amount as the reader writes it. */
  String money(BigDecimal amount, Currency of) {
    return formats.money(of, locale).format(amount);
  }

  /** A moment as the reader writes it, to the minute. */
  String moment(Instant at) {
    return formats.moment(at, zone, dates());
  }

  /** The locale of dates, which have words in them: the texts' language in the reader's region. */
  Locale dates() {
    return locale.getLanguage().equals(language)
        ? locale
        : new Locale.Builder().setLanguage(language).setRegion(locale.getCountry()).build();
  }
}
