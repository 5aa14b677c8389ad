package com.ceap.channels.content;

import com.ceap.model.Customer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The locale of a customer. */
public final class ReaderLocale {
  // Of a country with several languages, the one that most of its people read.
  private static final String DATA =
      """
      US en-US, CA en-CA, MX es-MX, BR pt-BR, UK en-GB, IE en-IE, DE de-DE, AT de-AT, CH de-CH,
      FR fr-FR, BE nl-BE, NL nl-NL, IT it-IT, ES es-ES, PT pt-PT, SE sv-SE, DK da-DK, NO nb-NO,
      FI fi-FI, PL pl-PL, CZ cs-CZ, TR tr-TR, AE ar-AE, SA ar-SA, EG ar-EG, ZA en-ZA, IN en-IN,
      SG en-SG, JP ja-JP, KR ko-KR, AU en-AU, NZ en-NZ
      """;
  private static final Map<String, Locale> BY_MARKETPLACE = read();

  private ReaderLocale() {}

  private static Map<String, Locale> read() {
    Map<String, Locale> byMarketplace = new HashMap<>();
    for (String entry : DATA.strip().split(",\\s+", -1)) {
      String[] parts = entry.split(" ", -1);
      byMarketplace.put(parts[0], Locale.forLanguageTag(parts[1]));
    }
    return Map.copyOf(byMarketplace);
  }

  /** What most people of a marketplace read. */
  public static Locale ofMarketplace(String marketplace) {
    return BY_MARKETPLACE.getOrDefault(marketplace, Locale.US);
  }

  /**
   * The profile's locale, else the marketplace's. A profile that names a language alone gets the
   * marketplace's region.
   */
  public static Locale of(Customer customer, String marketplace) {
    Locale shop = ofMarketplace(marketplace);
    if (customer.locale().isEmpty()) {
      return shop;
    }
    Locale own = Locale.forLanguageTag(customer.locale().get().strip().replace('_', '-'));
    if (own.getLanguage().isEmpty()) {
      return shop;
    }
    return own.getCountry().isEmpty()
        ? new Locale.Builder().setLocale(own).setRegion(shop.getCountry()).build()
        : own;
  }
}
