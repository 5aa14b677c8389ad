package com.ceap.lambdas.events;

import com.ceap.model.error.CeapException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A customer has bought.
 *
 * @param orderValue what the customer pays, in units of {@code currency}
 * @param currency ISO 4217 code, where the source names one
 * @param cartId the cart that became the order, where the source knows it
 * @param productIds what was bought, where the source knows it
 * @param at when the order was placed
 */
public record OrderPlaced(
    String customerId,
    String orderId,
    BigDecimal orderValue,
    Optional<String> currency,
    Optional<String> cartId,
    List<String> productIds,
    Instant at) {
  public static final EventType TYPE = new EventType("ecommerce.orders", "OrderPlaced");

  static final int MOST_ITEMS = 500;
  private static final double MOST = 1e9;
  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

  public OrderPlaced {
    productIds = List.copyOf(productIds);
  }

  /**
   * Reads the event.
   *
   * @throws CeapException EVENT_INVALID with every field that is wrong
   */
  public static OrderPlaced parse(EventEnvelope event) {
    EventProblems problems = new EventProblems();
    EventFields detail = new EventFields("detail.", event.detail(), problems);
    OrderPlaced order =
        new OrderPlaced(
            detail.id("customerId"),
            detail.id("orderId"),
            BigDecimal.valueOf(detail.number("orderValue", 0, MOST)),
            detail.findForm("currency", CURRENCY, "an ISO 4217 code such as \"USD\""),
            detail.findId("cartId"),
            detail.objects("items", MOST_ITEMS).stream().map(item -> item.id("id")).toList(),
            detail.findTime("timestamp").orElse(event.time()));
    problems.throwIfAny(TYPE.detailType());
    return order;
  }

  /** Says nothing about the person. */
  @Override
  public String toString() {
    return "OrderPlaced[" + at + "]";
  }
}
