package com.ceap.model.program;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What amounts of money are worth in the currency that a program's models were trained in. Only
 * models see converted amounts: filters, offers and messages keep the customer's own currency.
 */
public record ReferenceRates(
    @Key("The currency that models take amounts in, as its ISO 4217 code.") String base,
    @Key("The day that the rates are of, such as 2026-01-31.") String asOf,
    @Key(
            "How many units of each currency one unit of the base is worth, by ISO 4217 code; one"
                + " for the currency of each marketplace.")
        Map<String, Double> rates) {
  private static final String DAY_OF_NONE = "1970-01-01";

  public ReferenceRates {
    rates = Map.copyOf(rates);
    requireCurrency(base);
    requireDay(asOf);
    for (Map.Entry<String, Double> rate : new TreeMap<>(rates).entrySet()) {
      requireCurrency(rate.getKey());
      if (!(rate.getValue() > 0) || rate.getValue().isInfinite()) {
        throw new IllegalArgumentException(
            "the rate of %s must be above 0, was %s".formatted(rate.getKey(), rate.getValue()));
      }
      if (rate.getKey().equals(base) && rate.getValue() != 1) {
        throw new IllegalArgumentException(
            "the rate of the base %s is 1, was %s".formatted(base, rate.getValue()));
      }
    }
  }

  private static void requireCurrency(String code) {
    if (Currency.getAvailableCurrencies().stream()
        .noneMatch(known -> known.getCurrencyCode().equals(code))) {
      throw new IllegalArgumentException(
          "a currency must be an ISO 4217 code such as USD, was '" + code + "'");
    }
  }

  private static void requireDay(String asOf) {
    try {
      var _ = LocalDate.parse(asOf);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "asOf must be a day such as 2026-01-31, was '" + asOf + "'", e);
    }
  }

  /** Where a program gives none: only the currency of its first marketplace is known. */
  static ReferenceRates none(List<String> marketplaces) {
    String base = marketplaces.stream().findFirst().map(ReferenceRates::currencyOf).orElse("USD");
    return new ReferenceRates(base, DAY_OF_NONE, Map.of());
  }

  /** Currencies of marketplaces that have no rate. */
  List<String> lacking(List<String> marketplaces) {
    TreeSet<String> lacking = new TreeSet<>();
    marketplaces.stream()
        .filter(id -> Marketplaces.find(id).isPresent())
        .map(ReferenceRates::currencyOf)
        .filter(code -> !code.equals(base) && !rates.containsKey(code))
        .forEach(lacking::add);
    return List.copyOf(lacking);
  }

  private static String currencyOf(String marketplace) {
    return Marketplaces.find(marketplace)
        .map(found -> found.currency().getCurrencyCode())
        .orElse("USD");
  }

  /** An amount of a currency in units of the base; empty where nobody knows a rate. */
  public Optional<Double> inBase(double amount, String currency) {
    if (currency.equals(base)) {
      return Optional.of(amount);
    }
    return Optional.ofNullable(rates.get(currency)).map(rate -> amount / rate);
  }
}
