package com.ceap.local.sample;

import java.math.BigDecimal;
import java.util.List;

/**
 * A cart that a customer of the sample shop left behind.
 *
 * @param marketplace the customer's, as programs name it
 * @param currency ISO 4217 code
 * @param value what the items cost together
 * @param leaning log odds that the customer buys it after all; in no feature
 * @param discountResponse how much an offer moves the customer, 0 to 1; in no feature
 */
public record AbandonedCart(
    String customerId,
    String marketplace,
    String currency,
    List<Item> items,
    BigDecimal value,
    double leaning,
    double discountResponse) {

  /** A product in it, once. */
  public record Item(String productId, String name, BigDecimal price) {}

  public AbandonedCart {
    items = List.copyOf(items);
  }

  /** Says nothing about the person. */
  @Override
  public String toString() {
    return "AbandonedCart[" + items.size() + " items]";
  }
}
