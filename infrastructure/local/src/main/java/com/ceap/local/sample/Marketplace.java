package com.ceap.local.sample;

import java.util.List;

/**
 * A marketplace of the sample shop, with what fits its customers and prices.
 *
 * @param code as programs name it
 * @param share of the customers, 0 to 1
 * @param currency ISO 4217 code
 * @param perUsd units of the currency for a US dollar
 */
record Marketplace(
    String code,
    double share,
    String locale,
    String currency,
    double perUsd,
    PhoneRange phones,
    List<String> timeZones,
    List<String> givenNames,
    List<String> familyNames) {

  private static final List<Marketplace> ALL =
      List.of(
          new Marketplace(
              "US",
              0.30,
              "en-US",
              "USD",
              1,
              new PhoneRange("+1202555%04d", 100, 100),
              List.of("America/New_York", "America/Chicago", "America/Los_Angeles"),
              List.of("James", "María", "Olivia", "Zoë", "Liam"),
              List.of("Smith", "García", "O’Brien", "Nguyen", "Johnson")),
          new Marketplace(
              "UK",
              0.12,
              "en-GB",
              "GBP",
              0.8,
              new PhoneRange("+447700900%03d", 0, 1_000),
              List.of("Europe/London"),
              List.of("Amelia", "Siân", "Oliver", "Harry", "Niamh"),
              List.of("Jones", "Taylor", "Ó Briain", "Patel", "Brontë")),
          new Marketplace(
              "DE",
              0.12,
              "de-DE",
              "EUR",
              0.92,
              new PhoneRange("+4917139200%02d", 0, 100),
              List.of("Europe/Berlin"),
              List.of("Jürgen", "Sören", "Anna", "Käthe", "Lukas"),
              List.of("Müller", "Weiß", "Schröder", "Yılmaz", "Bäcker")),
          new Marketplace(
              "FR",
              0.10,
              "fr-FR",
              "EUR",
              0.92,
              new PhoneRange("+3363998%04d", 0, 10_000),
              List.of("Europe/Paris"),
              List.of("Chloé", "François", "Zoé", "Léa", "Hugo"),
              List.of("Lefèvre", "Martin", "Dupont", "Garçon", "Benoît")),
          new Marketplace(
              "JP",
              0.12,
              "ja-JP",
              "JPY",
              150,
              PhoneRange.NONE,
              List.of("Asia/Tokyo"),
              List.of("さくら", "陽翔", "結衣", "蓮", "葵"),
              List.of("佐藤", "鈴木", "高橋", "田中", "渡辺")),
          new Marketplace(
              "IN",
              0.12,
              "hi-IN",
              "INR",
              84,
              PhoneRange.NONE,
              List.of("Asia/Kolkata"),
              List.of("आरव", "प्रिया", "Aditi", "ரவி", "Rahul"),
              List.of("शर्मा", "Patel", "सिंह", "Iyer", "Khan")),
          new Marketplace(
              "BR",
              0.06,
              "pt-BR",
              "BRL",
              5.5,
              PhoneRange.NONE,
              List.of("America/Sao_Paulo", "America/Manaus", "America/Recife"),
              List.of("João", "Conceição", "Luíza", "Antônio", "Inês"),
              List.of("Gonçalves", "Araújo", "da Silva", "Simões", "Souza")),
          new Marketplace(
              "AU",
              0.06,
              "en-AU",
              "AUD",
              1.5,
              new PhoneRange("+6149157%04d", 156, 4),
              List.of("Australia/Sydney", "Australia/Perth", "Australia/Adelaide"),
              List.of("Charlotte", "Jack", "Isla", "Noah", "Matilda"),
              List.of("Williams", "Kelly", "Brown", "Tran", "D’Arcy")));

  static List<Marketplace> all() {
    return ALL;
  }

  /** The marketplace at a point of the customers' distribution, 0 to 1. */
  static Marketplace at(double quantile) {
    double upTo = 0;
    for (Marketplace marketplace : ALL) {
      upTo += marketplace.share;
      if (quantile < upTo) {
        return marketplace;
      }
    }
    return ALL.getLast();
  }

  /** A price in the marketplace's currency; yen and rupees go without cents. */
  double price(double usd) {
    double local = usd * perUsd;
    return perUsd > 50 ? Math.rint(local) : Math.rint(local * 100) / 100;
  }

  String timeZone(Draws draws) {
    return pick(timeZones, draws);
  }

  /** The family name comes first in Japan. */
  String personName(Draws draws) {
    String given = pick(givenNames, draws);
    String family = pick(familyNames, draws);
    return code.equals("JP") ? family + " " + given : given + " " + family;
  }

  private static String pick(List<String> from, Draws draws) {
    return from.get(draws.below(from.size()));
  }
}
