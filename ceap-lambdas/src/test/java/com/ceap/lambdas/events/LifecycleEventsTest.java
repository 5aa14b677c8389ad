package com.ceap.lambdas.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceap.model.Consent;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LifecycleEventsTest {
  @Test
  void anOrderIsReadWithWhatIsKnownOfIt() throws IOException {
    OrderPlaced order = OrderPlaced.parse(Examples.of("order-placed"));

    assertThat(order.customerId()).isEqualTo("C456");
    assertThat(order.orderId()).isEqualTo("ORDER-1001");
    assertThat(order.orderValue()).isEqualByComparingTo(new BigDecimal("135"));
    assertThat(order.currency()).contains("USD");
    assertThat(order.cartId()).contains("CART-789");
    assertThat(order.productIds()).containsExactly("P1", "P2", "P3");
    assertThat(order.at()).isEqualTo(Instant.parse("2026-01-18T18:02:11Z"));
    assertThat(order.toString()).isEqualTo("OrderPlaced[2026-01-18T18:02:11Z]");
  }

  @Test
  void anOrderNeedsNoMoreThanCustomerIdAndValue() {
    OrderPlaced order =
        OrderPlaced.parse(
            event("{\"customerId\": \"C1\", \"orderId\": \"O1\", \"orderValue\": 0}"));

    assertThat(order.orderValue()).isZero();
    assertThat(order.currency()).isEmpty();
    assertThat(order.cartId()).isEmpty();
    assertThat(order.productIds()).isEmpty();
    assertThat(order.at()).isEqualTo(Examples.BUS_TIME);
  }

  @Test
  void everyWrongFieldOfAnOrderIsNamedAtOnceAndNoTextIsRepeated() {
    String detail =
        """
        {"orderId": 7, "orderValue": -1, "currency": "Ada", "cartId": "",
         "items": [{"id": "P1"}, {"sku": "Ada"}], "timestamp": "Ada"}
        """;

    assertThatThrownBy(() -> OrderPlaced.parse(event(detail)))
        .isInstanceOfSatisfying(
            CeapException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.EVENT_INVALID))
        .hasMessageStartingWith("event OrderPlaced is invalid: ")
        .hasMessageContainingAll(
            "detail.customerId is missing",
            "detail.orderId must be an id",
            "detail.orderValue must be a number from 0 to 1000000000, was -1",
            "detail.currency must be an ISO 4217 code such as \"USD\", was text of 3 characters",
            "detail.cartId must be an id",
            "detail.items[1].id is missing",
            "detail.timestamp must be a time")
        .hasMessageNotContaining("Ada");
  }

  @Test
  void anEmptiedCartIsReadAndNeedsItsId() throws IOException {
    assertThat(CartEmptied.parse(Examples.of("cart-emptied")))
        .isEqualTo(new CartEmptied("C456", "CART-789", Instant.parse("2026-01-18T17:10:00Z")));
    assertThatThrownBy(() -> CartEmptied.parse(event("{\"customerId\": \"C1\"}")))
        .hasMessageContaining("event CartEmptied is invalid: detail.cartId is missing");
  }

  @Test
  void anOptOutMeansEverythingUnlessItSaysOtherwise() throws IOException {
    CustomerOptedOut narrow = CustomerOptedOut.parse(Examples.of("customer-opted-out"));
    assertThat(narrow.consent())
        .isEqualTo(new Consent("C456", "abandoned-cart-recovery", "sms", true));

    CustomerOptedOut all = CustomerOptedOut.parse(event("{\"customerId\": \"C1\"}"));
    assertThat(all.consent()).isEqualTo(new Consent("C1", Consent.ALL, Consent.ALL, true));
    assertThat(all.at()).isEqualTo(Examples.BUS_TIME);

    CustomerOptedOut back =
        CustomerOptedOut.parse(event("{\"customerId\": \"C1\", \"optedOut\": false}"));
    assertThat(back.consent().optedOut()).isFalse();
  }

  @Test
  void anyEventIsReadAsFarAsProgramsNameItsFields() {
    EventEnvelope event =
        event("{\"customerId\": \"C1\", \"deliveryId\": \"D1\", \"note\": [\"Ada\"]}");

    CustomerEvent read = CustomerEvent.parse(event, Set.of("deliveryId", "other"));

    assertThat(read.customerId()).isEqualTo("C1");
    assertThat(read.ids()).isEqualTo(Map.of("deliveryId", "D1"));
    assertThat(read.id("other")).isEmpty();
    assertThatThrownBy(() -> CustomerEvent.parse(event, Set.of("note", "customerId")))
        .hasMessageContaining("detail.note must be an id")
        .hasMessageNotContaining("Ada");
  }

  @Test
  void theExampleOfAnAbandonedCartIsTaken() throws IOException {
    CartAbandoned cart = CartAbandoned.parse(Examples.of("cart-abandoned"));

    assertThat(cart.items().stream().mapToDouble(CartAbandoned.Item::price).sum())
        .isEqualTo(cart.cartValue());
  }

  @Test
  void thePublishedSchemasSayTheSame() throws IOException {
    Examples.assertSchemaAgrees("order-placed", OrderPlaced::parse);
    Examples.assertSchemaAgrees("cart-emptied", CartEmptied::parse);
    Examples.assertSchemaAgrees("customer-opted-out", CustomerOptedOut::parse);
    Examples.assertSchemaAgrees("message-feedback", FeedbackEvents::read);
  }

  private static EventEnvelope event(String detail) {
    return Examples.frame("any", "any", detail);
  }
}
