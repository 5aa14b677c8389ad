package com.ceap.model.program;

import java.util.List;
import java.util.Optional;

/** An event that ends a program's journeys for its customer, named in {@code detail.customerId}. */
public record ExitEvent(
    @Key("The event's source, such as ecommerce.orders.") String source,
    @Key("The event's detail-type, such as OrderPlaced.") String detailType,
    @Key(
            "The field of detail that holds the id of the one subject meant; where neither it nor its"
                + " value is given, all the customer's subjects are meant.")
        Optional<String> subjectField) {
  /** What ends a cart's journey in every program. */
  public static final List<ExitEvent> OF_CARTS =
      List.of(
          new ExitEvent("ecommerce.orders", "OrderPlaced", Optional.of("cartId")),
          new ExitEvent("ecommerce.cart", "CartEmptied", Optional.of("cartId")));

  public boolean matches(String eventSource, String eventDetailType) {
    return source.equals(eventSource) && detailType.equals(eventDetailType);
  }
}
