package com.ceap.connectors.builtin;

import java.util.Map;
import java.util.Optional;

/** What the well-known columns hold, whatever type their source gives them. */
public enum CanonicalType {
  /** Text; numbers are written out. */
  TEXT("text"),
  /** A whole number of 0 or more. */
  COUNT("a whole number of 0 or more"),
  /** A finite number of 0 or more. */
  AMOUNT("a number of 0 or more"),
  /** True or false; also 0 and 1, yes and no. */
  FLAG("true or false, 1 or 0, yes or no"),
  /** A point in time from 2000 to the day after the business date; a day is its midnight UTC. */
  INSTANT("a date or a time such as 2026-11-20T10:15:00Z");

  private static final Map<String, CanonicalType> WELL_KNOWN =
      Map.ofEntries(
          Map.entry("customer_id", TEXT),
          Map.entry("product_id", TEXT),
          Map.entry("cart_id", TEXT),
          Map.entry("order_id", TEXT),
          Map.entry("session_id", TEXT),
          Map.entry("category", TEXT),
          Map.entry("purchase_status", TEXT),
          Map.entry("marketplace", TEXT),
          Map.entry("view_count", COUNT),
          Map.entry("time_spent", COUNT),
          Map.entry("item_count", COUNT),
          Map.entry("quantity", COUNT),
          Map.entry("add_to_cart", FLAG),
          Map.entry("price", AMOUNT),
          Map.entry("cart_value", AMOUNT),
          Map.entry("order_value", AMOUNT),
          Map.entry("timestamp", INSTANT),
          Map.entry("event_time", INSTANT),
          Map.entry("date", INSTANT));

  private final String wanted;

  CanonicalType(String wanted) {
    this.wanted = wanted;
  }

  /** What a value should be, for messages. */
  public String wanted() {
    return wanted;
  }

  /** The type of a well-known column by its canonical name. */
  public static Optional<CanonicalType> of(String canonicalName) {
    return Optional.ofNullable(WELL_KNOWN.get(canonicalName));
  }
}
