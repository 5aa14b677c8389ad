package com.ceap.local.sample;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/** The customers, products and visits of one sample shop, all made anew on each pass over them. */
final class Shop {
  private final SampleShopConfig config;
  private final Catalog catalog;
  private final Visits visits;

  Shop(SampleShopConfig config) {
    this.config = config;
    this.catalog = new Catalog(config.seed(), config.products());
    this.visits = new Visits(config.seed(), catalog);
  }

  long seed() {
    return config.seed();
  }

  long customers() {
    return config.customers();
  }

  long interactions() {
    return config.interactions();
  }

  LocalDate businessDate() {
    return config.businessDate();
  }

  /** The end of the business date, UTC, in seconds since the epoch. */
  long endOfDay() {
    return (config.businessDate().toEpochDay() + 1) * 86_400;
  }

  Catalog catalog() {
    return catalog;
  }

  Draws draws(Draws.Stream stream, long index) {
    return new Draws(config.seed(), stream, index);
  }

  CustomerTraits customer(long index) {
    return CustomerTraits.of(config.seed(), index);
  }

  Standing standing(long customer) {
    return Standing.of(config.seed(), customer);
  }

  /** Takes a customer and what the customer did. */
  @FunctionalInterface
  interface Browsing {
    void accept(CustomerTraits customer, List<Visit> visits) throws SQLException;
  }

  /** All customers in order; the interactions are shared out by how active each one is. */
  void browse(Browsing browsing) throws SQLException {
    double total = 0;
    for (long i = 0; i < customers(); i++) {
      total += CustomerTraits.activity(seed(), i);
    }
    double upTo = 0;
    long given = 0;
    for (long i = 0; i < customers(); i++) {
      CustomerTraits customer = customer(i);
      upTo += customer.activity();
      long end = i == customers() - 1 ? interactions() : (long) (interactions() * upTo / total);
      browsing.accept(customer, visits.of(customer, Math.toIntExact(end - given)));
      given = end;
    }
  }
}
