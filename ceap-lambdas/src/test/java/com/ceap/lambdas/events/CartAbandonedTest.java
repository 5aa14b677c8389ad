package com.ceap.lambdas.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceap.lambdas.events.CartAbandoned.Item;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import java.time.Instant;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class CartAbandonedTest {
  private static final String DETAIL =
      """
      {"customerId": "C456", "cartId": "CART-789", "cartValue": 150.00, "itemCount": 3,
       "currency": "USD",
       "items": [
         {"id": "P1", "name": "Wireless Headphones", "price": 79.99},
         {"id": "P2", "name": "Phone Case", "price": 29.99},
         {"id": "P3", "name": "Screen Protector", "price": 39.99}],
       "abandonmentReason": "session_timeout", "timestamp": "2026-01-18T16:45:00Z"}
      """;

  @Test
  void theEventOfTheRequirementsIsRead() {
    CartAbandoned cart = CartAbandoned.parse(event(DETAIL));

    assertThat(cart.customerId()).isEqualTo("C456");
    assertThat(cart.cartId()).isEqualTo("CART-789");
    assertThat(cart.cartValue()).isEqualTo(150);
    assertThat(cart.itemCount()).isEqualTo(3);
    assertThat(cart.items()).hasSize(3).contains(new Item("P1", "Wireless Headphones", 79.99));
    assertThat(cart.currency()).contains("USD");
    assertThat(cart.abandonmentReason()).contains("session_timeout");
    assertThat(cart.at()).isEqualTo(Instant.parse("2026-01-18T16:45:00Z"));
    assertThat(cart.toString()).isEqualTo("CartAbandoned[3 items]");
  }

  @Test
  void withoutATimestampTheEventsOwnTimeHolds() {
    String detail = DETAIL.replace(", \"timestamp\": \"2026-01-18T16:45:00Z\"", "");

    assertThat(CartAbandoned.parse(event(detail)).at())
        .isEqualTo(Instant.parse("2026-02-02T02:02:02Z"));
  }

  @Test
  void everyWrongFieldIsNamedAtOnceAndNoTextIsRepeated() {
    String detail =
        """
        {"customerId": "  ", "cartValue": -5, "itemCount": 2.5, "currency": "Ada",
         "items": [{"id": "Ada", "name": "Ada"}, {"name": "\\n", "price": "Ada"}, "Ada"],
         "timestamp": "Ada"}
        """;

    assertThatThrownBy(() -> CartAbandoned.parse(event(detail)))
        .isInstanceOfSatisfying(
            CeapException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.EVENT_INVALID))
        .hasMessageStartingWith("event CartAbandoned is invalid: ")
        .hasMessageContainingAll(
            "detail.customerId must be an id of 1 to 200 characters without control characters,"
                + " was text of 2 characters",
            "detail.cartId is missing, it must be an id",
            "detail.cartValue must be a number from 0.01 to 999999, was -5",
            "detail.itemCount must be a whole number from 1 to 100000, was 2.5",
            "detail.items[0].price is missing, it must be a number from 0 to 999999",
            "detail.items[1].id is missing",
            "detail.items[1].name must be text that can be shown, was text of 1 characters",
            "detail.items[1].price must be a number from 0 to 999999, was text of 3 characters",
            "detail.items[2] must be an object, was text of 3 characters",
            "and 4 more")
        .hasMessageNotContaining("Ada");
  }

  @Test
  void aCartWithNothingOrTooMuchInItIsRefused() {
    assertThatThrownBy(() -> CartAbandoned.parse(event(items(0))))
        .hasMessageContaining("detail.items must be a list of 1 to 250, was a list of 0");
    assertThatThrownBy(() -> CartAbandoned.parse(event(items(251))))
        .hasMessageContaining("detail.items must be a list of 1 to 250, was a list of 251");
    assertThat(CartAbandoned.parse(event(items(250))).items()).hasSize(250);
  }

  @Test
  void namesLoseWhatCouldBreakOutOfALine() {
    String detail =
        DETAIL.replace(
            "Phone Case",
            "  Case\\r\\nBcc: eve@example.com\\u0000\\u202e\\u2028 <b>🛒</b> \\ud83d ");

    assertThat(CartAbandoned.parse(event(detail)).items().get(1).name())
        .isEqualTo("Case Bcc: eve@example.com <b>🛒</b>");
  }

  @Test
  void aNameBeyondTheLimitIsCutBetweenCharacters() {
    String detail = DETAIL.replace("Phone Case", "x".repeat(1999) + "🛒".repeat(10));

    assertThat(CartAbandoned.parse(event(detail)).items().get(1).name())
        .isEqualTo("x".repeat(1999) + "🛒");
  }

  @Test
  void thePublishedSchemaSaysTheSame() {
    EventSchemas.assertAgrees(
        "cart-abandoned", DETAIL, detail -> CartAbandoned.parse(event(detail.toString())));
  }

  private static String items(int count) {
    String item = "{\"id\": \"P\", \"name\": \"N\", \"price\": 1}";
    String items = String.join(",", Collections.nCopies(count, item));
    return DETAIL.replaceAll("(?s)\"items\": \\[.*]", "\"items\": [" + items + "]");
  }

  private static EventEnvelope event(String detail) {
    return EventEnvelope.parse(frame(detail));
  }

  private static String frame(String detail) {
    return """
        {"version": "0", "id": "e-1", "detail-type": "CartAbandoned", "source": "ecommerce.cart",
         "account": "123456789012", "time": "2026-02-02T02:02:02Z", "region": "eu-central-1",
         "resources": [], "detail": %s}
        """
        .formatted(detail);
  }
}
