package com.ceap.local.bench.reactive;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Abandoned carts as the bus delivers them, each of its own; the same seed and number make the
 * same. One customer of fifty is unknown.
 */
record CartEvents(CartShop shop) {
  private static final long STREAM = 1L << 41;
  private static final int MOST_ITEMS = 4;
  private static final double UNKNOWN = 0.02;

  /** The JSON of an event. */
  String body(int number) {
    SplittableRandom random = new SplittableRandom(shop.seed() + STREAM + number);
    int customer = random.nextInt(shop.customers());
    String customerId = random.nextDouble() < UNKNOWN ? "X" + number : CartCustomer.id(customer);
    int count = random.nextInt(1, MOST_ITEMS + 1);
    StringBuilder items = new StringBuilder();
    int cents = 0;
    for (int i = 0; i < count; i++) {
      int price = random.nextInt(5_000, 20_000);
      cents += price;
      items.append(i == 0 ? "" : ",").append(item(random.nextInt(shop.products()), price));
    }
    Instant at = CartShop.NOW.minusMillis(random.nextInt(1, 60_000));
    return event(number, at, detail(customerId, number, cents, count, items));
  }

  private static String item(int product, int cents) {
    return String.format(
        Locale.ROOT,
        "{\"id\":\"%s\",\"name\":\"Product %d\",\"price\":%s}",
        CartShop.productId(product),
        product,
        decimal(cents));
  }

  private static String detail(
      String customerId, int number, int cents, int count, CharSequence items) {
    return String.format(
        Locale.ROOT,
        "{\"customerId\":\"%s\",\"cartId\":\"CART-%d\",\"cartValue\":%s,\"itemCount\":%d,"
            + "\"items\":[%s],\"abandonmentReason\":\"session_timeout\"",
        customerId,
        number,
        decimal(cents),
        count,
        items);
  }

  private static String event(int number, Instant at, String detail) {
    return String.format(
        Locale.ROOT,
        "{\"version\":\"0\",\"id\":\"6f0c-%d\",\"detail-type\":\"CartAbandoned\","
            + "\"source\":\"ecommerce.cart\",\"account\":\"123456789012\",\"time\":\"%s\","
            + "\"region\":\"us-east-1\",\"resources\":[],\"detail\":%s,\"timestamp\":\"%s\"}}",
        number,
        at.truncatedTo(ChronoUnit.SECONDS),
        detail,
        at);
  }

  private static String decimal(int cents) {
    return String.format(Locale.ROOT, "%d.%02d", cents / 100, cents % 100);
  }
}
