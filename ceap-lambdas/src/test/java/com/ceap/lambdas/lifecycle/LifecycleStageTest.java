package com.ceap.lambdas.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.lambdas.events.EventType;
import com.ceap.lambdas.queue.Disposition;
import com.ceap.model.CandidateKey;
import com.ceap.model.Customer;
import com.ceap.model.CustomerLedger.Exit;
import com.ceap.model.Device;
import com.ceap.model.Subject;
import com.ceap.model.error.ErrorCode;
import com.ceap.model.program.ExitEvent;
import com.ceap.storage.Outcome;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LifecycleStageTest {
  private static final Instant NOON = Shop.NOON;
  private static final Instant ONE = NOON.plus(Duration.ofHours(1));
  private static final Instant TWO = NOON.plus(Duration.ofHours(2));
  private static final CandidateKey CART = Shop.key("C1", "carts", "K1");
  private static final CandidateKey OTHER = Shop.key("C1", "carts", "K2");
  private final Shop shop = new Shop(Programs.carts("carts"));

  @Test
  void anEmptiedCartEndsItsJourneyAndNoOther() {
    shop.candidate(CART, NOON, "P1");
    shop.candidate(OTHER, NOON, "P2");

    shop.publish(Published.emptied("C1", "K1", ONE));

    assertThat(shop.outcome(CART)).isEqualTo(Outcome.EXITED);
    assertThat(shop.outcome(OTHER)).isNull();
    assertThat(shop.ledger("C1").exits())
        .containsExactly(new Exit("carts", Optional.of(CART.subject()), "CartEmptied", ONE));
    shop.publish(Published.order("C1", "O1", TWO, "K1"));
    assertThat(shop.outcome(CART)).isEqualTo(Outcome.CONVERTED);
  }

  @Test
  void aProgramDeclaresItsOwnExits() {
    ExitEvent delivered = new ExitEvent("logistics", "ParcelDelivered", Optional.of("parcelId"));
    ExitEvent moved = new ExitEvent("crm", "CustomerMoved", Optional.empty());
    Shop parcels = new Shop(Programs.program("parcels", "parcel", true, List.of(delivered, moved)));
    String event =
        Published.event(
            "logistics", "ParcelDelivered", ONE, Published.detail("C1", ONE).put("parcelId", "X1"));

    assertThat(parcels.publish(event)).isEqualTo(Disposition.DONE);
    parcels.publish(Published.event("crm", "CustomerMoved", ONE, Published.detail("C1", ONE)));

    assertThat(parcels.ledger("C1").exits())
        .containsExactly(
            new Exit("parcels", Optional.of(new Subject("parcel", "X1")), "ParcelDelivered", ONE),
            new Exit("parcels", Optional.empty(), "CustomerMoved", ONE));
    assertThat(shop.publish(event)).isEqualTo(Disposition.DONE);
    assertThat(shop.ledger("C1").version()).isZero();
    assertThat(shop.stage.report().passedOver()).isEqualTo(1);
  }

  @Test
  void anOptOutHoldsFromTheCustomersOwnTimeAndEndsWhatRuns() {
    shop.candidate(CART, NOON, "P1");
    shop.publish(Published.optedOut("C1", "all", "all", true, TWO));
    shop.publish(Published.optedOut("C1", "all", "all", false, ONE));

    assertThat(shop.ledger("C1").optedOut("carts", "email")).isTrue();
    assertThat(shop.outcome(CART)).isEqualTo(Outcome.EXITED);

    shop.publish(Published.optedOut("C1", "all", "all", false, TWO.plusSeconds(1)));
    assertThat(shop.ledger("C1").optedOut("carts", "email")).isFalse();
    assertThat(shop.ledger("C1").exit(CART, NOON)).as("what ran has ended").isPresent();
    assertThat(shop.ledger("C1").exit(OTHER, TWO.plusSeconds(2))).isEmpty();
  }

  @Test
  void anOptOutFromOneChannelOrAnotherProgramEndsNoJourney() {
    shop.candidate(CART, NOON, "P1");

    shop.publish(Published.optedOut("C1", "all", "sms", true, ONE));
    shop.publish(Published.optedOut("C1", "reviews", "all", true, ONE));

    assertThat(shop.outcome(CART)).isNull();
    assertThat(shop.ledger("C1").exits()).isEmpty();
    assertThat(shop.ledger("C1").optedOut("carts", "sms")).isTrue();
    assertThat(shop.ledger("C1").optedOut("carts", "email")).isFalse();
  }

  @Test
  void anOptOutWhoseClockIsWrongHoldsFromNowOn() {
    Instant ahead = shop.now.plus(Duration.ofDays(1));

    assertThat(shop.publish(Published.optedOut("C1", "all", "all", true, ahead)))
        .isEqualTo(Disposition.DONE);
    assertThat(shop.ledger("C1").optedOut("carts", "email")).isTrue();

    shop.now = shop.now.plusSeconds(1);
    shop.publish(Published.optedOut("C1", "all", "all", false, shop.now));
    assertThat(shop.ledger("C1").optedOut("carts", "email")).isFalse();
  }

  @Test
  void whatCannotHaveHappenedYetIsRefused() {
    Instant ahead = shop.now.plus(Duration.ofMinutes(5)).plusSeconds(1);

    for (String event :
        List.of(
            Published.order("C1", "O1", ahead, "K1"),
            Published.emptied("C1", "K1", ahead),
            Published.optedOut("C1", "all", "all", false, ahead))) {
      assertThat(shop.publish(event))
          .isInstanceOfSatisfying(
              Disposition.Dead.class,
              dead -> {
                assertThat(dead.code()).isEqualTo(ErrorCode.EVENT_FROM_FUTURE);
                assertThat(dead.reason())
                    .contains("is of 2026-03-06T12:05:01Z, which is more than 5 minutes ahead of")
                    .doesNotContain("C1");
              });
    }
    assertThat(shop.ledger("C1").version()).isZero();
  }

  @Test
  void whatIsNoEventGoesToTheDeadLettersWithItsReasonAndTouchesNothing() {
    assertThat(shop.publish("{\"id\": 1}"))
        .isInstanceOfSatisfying(
            Disposition.Dead.class,
            dead -> assertThat(dead.code()).isEqualTo(ErrorCode.EVENT_INVALID));
    Disposition withoutCart =
        shop.publish(
            Published.event("ecommerce.cart", "CartEmptied", ONE, Published.detail("C1", ONE)));
    assertThat(withoutCart)
        .isInstanceOfSatisfying(
            Disposition.Dead.class,
            dead ->
                assertThat(dead.reason())
                    .startsWith("event CartEmptied is invalid: detail.cartId is missing")
                    .doesNotContain("C1"));
    assertThat(shop.ledger("C1").version()).isZero();
    assertThat(shop.stage.report().dead()).isEqualTo(Map.of(ErrorCode.EVENT_INVALID, 2L));
  }

  @Test
  void referenceDataHoldsByTheVersionOfItsSource() {
    shop.publish(customer("active", TWO));
    shop.publish(customer("closed", ONE));
    ObjectNode device = JsonNodeFactory.instance.objectNode().put("customerId", "C1");
    device.put("token", "t1").put("platform", "ios");
    shop.publish(Published.event("ecommerce.customers", "DeviceRegistered", ONE, device));
    ObjectNode product = JsonNodeFactory.instance.objectNode().put("productId", "P1");
    product.put("inStock", true).put("active", true).put("price", 9.9);
    shop.publish(Published.event("ecommerce.catalog", "ProductUpserted", ONE, product));

    Customer customer = shop.stores.customers().customers(Set.of("C1")).get("C1");
    assertThat(customer.status()).isEqualTo(Customer.Status.ACTIVE);
    assertThat(customer.devices()).containsExactly(new Device("C1", "t1", "ios"));
    assertThat(shop.stores.products().products(Set.of("P1")).get("P1").price())
        .contains(new BigDecimal("9.9"));
    assertThat(shop.stage.report().reference()).isEqualTo(3);
    assertThat(shop.stage.report().outdated()).isEqualTo(1);
  }

  @Test
  void aVersionFromTheFutureIsRefusedForItWouldStay() {
    assertThat(shop.publish(customer("active", shop.now.plus(Duration.ofDays(1)))))
        .isInstanceOfSatisfying(
            Disposition.Dead.class,
            dead -> assertThat(dead.code()).isEqualTo(ErrorCode.EVENT_FROM_FUTURE));
  }

  @Test
  void consentFromTheSystemThatKeepsItCountsLikeTheCustomersOwnWord() {
    shop.candidate(CART, NOON, "P1");
    ObjectNode consent = JsonNodeFactory.instance.objectNode().put("customerId", "C1");
    shop.publish(
        Published.event(
            "ecommerce.customers", "ConsentChanged", ONE, consent.put("optedOut", true)));

    assertThat(shop.ledger("C1").optedOut("carts", "email")).isTrue();
    assertThat(shop.outcome(CART)).isEqualTo(Outcome.EXITED);
  }

  @Test
  void theBusKnowsEveryEventThatTheStageDealsWith() {
    ExitEvent moved = new ExitEvent("crm", "CustomerMoved", Optional.empty());

    assertThat(LifecycleRoutes.of(List.of(Programs.program("p", "parcel", true, List.of(moved)))))
        .contains(
            new EventType("ecommerce.orders", "OrderPlaced"),
            new EventType("ecommerce.cart", "CartEmptied"),
            new EventType("ecommerce.customers", "CustomerOptedOut"),
            new EventType("aws.ses", "Email Bounced"),
            new EventType("ceap.feedback", "MessageFeedback"),
            new EventType("ecommerce.catalog", "ProductUpserted"),
            new EventType("crm", "CustomerMoved"))
        .doesNotContain(new EventType("ecommerce.cart", "CartAbandoned"));
  }

  private static String customer(String status, Instant updatedAt) {
    ObjectNode detail = JsonNodeFactory.instance.objectNode().put("customerId", "C1");
    detail.put("status", status).put("updatedAt", updatedAt.toString());
    return Published.event("ecommerce.customers", "CustomerUpserted", ONE, detail);
  }
}
