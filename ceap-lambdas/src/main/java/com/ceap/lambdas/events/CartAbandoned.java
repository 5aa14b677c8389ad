package com.ceap.lambdas.events;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A customer left a cart behind. Described by {@code
 * docs/reference/events/cart-abandoned.schema.json}.
 *
 * @param cartValue what the items cost together, 0.01 to {@link #MOST_VALUE}
 * @param currency ISO 4217 code
 * @param at when it was left: the detail's timestamp, else the event's time
 */
public record CartAbandoned(
    String customerId,
    String cartId,
    double cartValue,
    long itemCount,
    List<Item> items,
    Optional<String> currency,
    Optional<String> abandonmentReason,
    Instant at) {
  public static final EventType TYPE = new EventType("ecommerce.cart", "CartAbandoned");

  /** Above it a cart is taken for a mistake; also where the requirements' pattern ends. */
  public static final double MOST_VALUE = 999_999;

  /** Different items of a cart; all of them are read together. */
  public static final int MOST_ITEMS = 250;

  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
  private static final double LEAST_VALUE = 0.01;
  private static final long MOST_COUNT = 100_000;

  /**
   * What lies in the cart.
   *
   * @param price of one, 0 to {@link #MOST_VALUE}; 0 for what is given away
   */
  public record Item(String id, String name, double price) {}

  public CartAbandoned {
    items = List.copyOf(items);
  }

  /**
   * Reads an event.
   *
   * @throws com.ceap.model.error.CeapException EVENT_INVALID with every field that is wrong
   */
  public static CartAbandoned parse(EventEnvelope event) {
    EventProblems problems = new EventProblems();
    EventFields detail = new EventFields("detail.", event.detail(), problems);
    CartAbandoned cart = read(detail, event.time());
    problems.throwIfAny(TYPE.detailType());
    return cart;
  }

  /** Reads the detail; what is wrong with it is noted with its fields. */
  static CartAbandoned read(EventFields detail, Instant eventTime) {
    return new CartAbandoned(
        detail.id("customerId"),
        detail.id("cartId"),
        detail.number("cartValue", LEAST_VALUE, MOST_VALUE),
        detail.whole("itemCount", 1, MOST_COUNT),
        items(detail.objects("items", 1, MOST_ITEMS)),
        detail.findForm("currency", CURRENCY, "an ISO 4217 code such as \"USD\""),
        detail.findText("abandonmentReason"),
        detail.findTime("timestamp").orElse(eventTime));
  }

  private static List<Item> items(List<EventFields> objects) {
    List<Item> items = new ArrayList<>(objects.size());
    for (EventFields item : objects) {
      items.add(new Item(item.id("id"), item.text("name"), item.number("price", 0, MOST_VALUE)));
    }
    return items;
  }

  /** Says nothing about the person. */
  @Override
  public String toString() {
    return "CartAbandoned[" + items.size() + " items]";
  }
}
