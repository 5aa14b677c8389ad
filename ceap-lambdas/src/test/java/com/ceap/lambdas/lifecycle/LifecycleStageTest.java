package com.ceap.lambdas.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.lambdas.events.EventType;
import com.ceap.lambdas.events.FeedbackKind;
import com.ceap.lambdas.queue.Disposition;
import com.ceap.model.CandidateKey;
import com.ceap.model.Customer;
import com.ceap.model.CustomerLedger.Exit;
import com.ceap.model.CustomerLedger.Purchase;
import com.ceap.model.CustomerLedger.Send;
import com.ceap.model.CustomerLedger.Suppression;
import com.ceap.model.Device;
import com.ceap.model.LedgerEntry;
import com.ceap.model.MessageState;
import com.ceap.model.Subject;
import com.ceap.model.error.ErrorCode;
import com.ceap.model.program.ExitEvent;
import com.ceap.storage.Conversion;
import com.ceap.storage.Conversion.Attribution;
import com.ceap.storage.LedgerChange;
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
  void anOrderConvertsItsCartToTheCreditOfTheLastMessageBeforeIt() {
    shop.candidate(CART, NOON, "P1");
    shop.candidate(OTHER, NOON.plusSeconds(60), "P2");
    String mail = shop.message(CART, 1, "email", MessageState.OPENED, ONE);
    String late = shop.message(CART, 2, "sms", MessageState.SENT, TWO.plusSeconds(1));

    assertThat(shop.publish(Published.order("C1", "O1", TWO, "K1"))).isEqualTo(Disposition.DONE);

    assertThat(shop.outcome(CART)).isEqualTo(Outcome.CONVERTED);
    assertThat(shop.conversion(CART))
        .isEqualTo(
            new Conversion(
                "O1",
                new BigDecimal("135"),
                Optional.of("USD"),
                TWO,
                Optional.of(new Attribution(mail, 1, "email"))));
    assertThat(shop.state(CART, mail)).isEqualTo(MessageState.CONVERTED);
    assertThat(shop.state(CART, late)).isEqualTo(MessageState.SENT);
    assertThat(shop.outcome(OTHER)).isNull();
    assertThat(shop.ledger("C1").exit(CART, NOON)).isPresent();
    assertThat(shop.ledger("C1").exit(OTHER, NOON.plusSeconds(60))).isEmpty();
    assertThat(shop.ledger("C1").purchases())
        .containsExactly(new Purchase(new Subject("cart", "K1"), TWO));
  }

  @Test
  void anOrderWithoutACartEndsEveryJourneyAndConvertsTheOneWhoseItemsItHolds() {
    CandidateKey newest = Shop.key("C1", "carts", "K3");
    shop.candidate(CART, NOON, "P1", "P2");
    shop.candidate(OTHER, NOON.minusSeconds(60), "P2");
    shop.candidate(newest, NOON.plusSeconds(60), "P9");

    shop.publish(Published.order("C1", "O1", TWO, "20", "", List.of("P2", "P3")));

    assertThat(shop.outcome(CART)).isEqualTo(Outcome.CONVERTED);
    assertThat(shop.conversion(CART).by()).isEmpty();
    assertThat(shop.outcome(OTHER)).isEqualTo(Outcome.EXITED);
    assertThat(shop.outcome(newest)).isEqualTo(Outcome.EXITED);
    assertThat(shop.ledger("C1").purchases())
        .extracting(Purchase::subject)
        .containsExactly(new Subject("product", "P2"), new Subject("product", "P3"));
  }

  @Test
  void anOrderOfWhichNothingIsKnownConvertsTheNewestJourneyThatBeganBefore() {
    CandidateKey later = Shop.key("C1", "carts", "K3");
    shop.candidate(CART, NOON, "P1");
    shop.candidate(OTHER, NOON.plusSeconds(60), "P2");
    shop.candidate(later, TWO.plusSeconds(1), "P3");

    shop.publish(Published.order("C1", "O1", TWO, ""));

    assertThat(shop.outcome(CART)).isEqualTo(Outcome.EXITED);
    assertThat(shop.outcome(OTHER)).isEqualTo(Outcome.CONVERTED);
    assertThat(shop.outcome(later)).isNull();
  }

  @Test
  void aCartThatTwoProgramsPursueIsConvertedOnceForTheOneThatWroteLast() {
    Shop two = new Shop(Programs.carts("carts"), Programs.carts("rescue"));
    CandidateKey rescue = Shop.key("C1", "rescue", "K1");
    two.candidate(CART, NOON, "P1");
    two.candidate(rescue, NOON, "P1");
    two.message(CART, 1, "email", MessageState.SENT, ONE.plusSeconds(1));
    two.message(rescue, 1, "email", MessageState.SENT, ONE);

    two.publish(Published.order("C1", "O1", TWO, "K1"));

    assertThat(two.outcome(CART)).isEqualTo(Outcome.CONVERTED);
    assertThat(two.outcome(rescue)).isEqualTo(Outcome.EXITED);
    assertThat(two.candidates("C1").conversions()).containsOnlyKeys(CART);
  }

  @Test
  void aMessageBeyondTheAttributionWindowHasNoPartInAPurchase() {
    Instant sent = NOON.minus(Duration.ofDays(7));
    shop.candidate(CART, NOON, "P1");
    shop.message(CART, 1, "email", MessageState.SENT, sent);

    shop.publish(Published.order("C1", "O1", NOON.plusSeconds(1), "K1"));
    assertThat(shop.conversion(CART).by()).isEmpty();

    Shop other = new Shop(Programs.carts("carts"));
    other.candidate(CART, NOON, "P1");
    other.message(CART, 1, "email", MessageState.SENT, sent);
    other.publish(Published.order("C1", "O1", NOON, "K1"));
    assertThat(other.conversion(CART).by()).isPresent();
  }

  @Test
  void aMessageThatNeverWentOutHasNoPartInAPurchase() {
    shop.candidate(CART, NOON, "P1");
    shop.message(CART, 1, "email", MessageState.FAILED, ONE);
    shop.message(CART, 2, "sms", MessageState.SHADOWED, ONE);
    String unknown = shop.message(CART, 3, "push", MessageState.UNKNOWN, ONE.minusSeconds(9));

    shop.publish(Published.order("C1", "O1", TWO, "K1"));

    assertThat(shop.conversion(CART).by()).contains(new Attribution(unknown, 3, "push"));
  }

  @Test
  void whenAMessageWasSentCountsAndNotWhenItWasOpened() {
    shop.candidate(CART, NOON, "P1");
    String mail = shop.message(CART, 1, "email", MessageState.SENT, ONE);
    shop.publish(Published.feedback("C1", mail, "email", "opened", TWO.plusSeconds(60)));

    shop.publish(Published.order("C1", "O1", TWO, "K1"));

    assertThat(shop.conversion(CART).by()).isPresent();
  }

  @Test
  void aPurchaseIsCountedAlsoWhenItsCandidateIsGone() {
    shop.candidate(CART, NOON, "P1");
    Instant third = NOON.plus(Duration.ofDays(3));
    String push = shop.message(CART, 3, "push", MessageState.SENT, third);
    shop.now = NOON.plus(Duration.ofDays(9));

    shop.publish(Published.order("C1", "O1", NOON.plus(Duration.ofDays(8)), "K1"));

    assertThat(shop.candidates("C1").candidates()).isEmpty();
    assertThat(shop.conversion(CART).by()).contains(new Attribution(push, 3, "push"));
    assertThat(shop.state(CART, push)).isEqualTo(MessageState.CONVERTED);
  }

  @Test
  void theRevenueOfAnOrderCountsOnceEvenIfItsCartBecomesKnownLater() {
    shop.candidate(CART, NOON, "P1");
    shop.candidate(OTHER, NOON.plusSeconds(60), "P2");

    shop.publish(Published.order("C1", "O1", TWO, ""));
    shop.publish(Published.order("C1", "O1", TWO, "K1"));
    shop.candidate(Shop.key("C1", "carts", "K9"), NOON.plusSeconds(90), "P9");
    shop.publish(Published.order("C1", "O1", TWO, ""));

    assertThat(shop.candidates("C1").conversions()).containsOnlyKeys(OTHER);
    assertThat(shop.stage.report().converted()).isEqualTo(1);
  }

  @Test
  void ofTwoOrdersTheEarlierOneConverts() {
    shop.candidate(CART, NOON, "P1");

    shop.publish(Published.order("C1", "O2", TWO, "20", "K1", List.of()));
    shop.publish(Published.order("C1", "O1", ONE, "10", "K1", List.of()));

    assertThat(shop.conversion(CART).orderId()).isEqualTo("O1");
  }

  @Test
  void anOrderWaitsForAMessageThatMayBeGoingOut() {
    shop.now = ONE.plusSeconds(30);
    shop.candidate(CART, NOON, "P1");
    String mail = shop.reserve(CART, 1, "email", ONE);
    String order = Published.order("C1", "O1", ONE.plusSeconds(10), "K1");

    assertThat(shop.publish(order)).isEqualTo(new Disposition.Later(Duration.ofSeconds(90)));
    assertThat(shop.ledger("C1").exit(CART, NOON)).as("sends are stopped at once").isPresent();
    assertThat(shop.outcome(CART)).isNull();

    shop.record(CART, 1, "email", MessageState.SENT, ONE);
    assertThat(shop.publish(order)).isEqualTo(Disposition.DONE);
    assertThat(shop.conversion(CART).by()).contains(new Attribution(mail, 1, "email"));
  }

  @Test
  void anOrderDoesNotWaitForLongerThanAnHourNorForWhatCameFromElsewhere() {
    shop.now = ONE.plusSeconds(30);
    shop.candidate(CART, NOON, "P1");
    shop.reserve(CART, 1, "email", ONE);
    shop.stores
        .ledgers()
        .addSends(Map.of("C1", List.of(new Send("imported", ONE, "carts", "email"))));
    String order = Published.order("C1", "O1", ONE.plusSeconds(10), "K1");

    shop.now = ONE.plus(Duration.ofMinutes(61));
    assertThat(shop.publish(order)).isEqualTo(new Disposition.Later(Duration.ofMinutes(1)));
    shop.now = ONE.plus(Duration.ofMinutes(62));
    assertThat(shop.publish(order)).isEqualTo(Disposition.DONE);
    assertThat(shop.conversion(CART).by()).isEmpty();
  }

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
  void feedbackMovesAMessageOnAndResolvesWhatNobodyKnew() {
    String mail = shop.message(CART, 1, "email", MessageState.UNKNOWN, ONE);

    shop.publish(Published.feedback("C1", mail, "email", "clicked", TWO));
    shop.publish(Published.feedback("C1", mail, "email", "delivered", ONE));

    assertThat(shop.state(CART, mail)).isEqualTo(MessageState.CLICKED);
    assertThat(shop.stage.report().feedback()).isEqualTo(Map.of(FeedbackKind.CLICKED, 1L));
    assertThat(shop.stage.report().repeated()).isEqualTo(1);
  }

  @Test
  void whatIsForGoodClosesTheKindOfChannel() {
    String mail = shop.message(CART, 1, "email", MessageState.SENT, ONE);
    String text = shop.message(CART, 2, "sms", MessageState.SENT, ONE);

    shop.publish(Published.permanentBounce("C1", mail, TWO));
    shop.publish(Published.feedback("C1", text, "sms", "opted-out", TWO));

    assertThat(shop.ledger("C1").suppressions())
        .containsExactlyInAnyOrder(
            new Suppression("email", "BOUNCED", TWO), new Suppression("sms", "STOPPED", TWO));
    assertThat(shop.stores.messages().find("C1", mail).orElseThrow().reason())
        .contains("PERMANENT_NOEMAIL");
    assertThat(shop.state(CART, mail)).isEqualTo(MessageState.BOUNCED);
    assertThat(shop.state(CART, text)).isEqualTo(MessageState.DELIVERED);
    assertThat(shop.stage.report().closed()).isEqualTo(2);
  }

  @Test
  void aTransientBounceClosesNothing() {
    String mail = shop.message(CART, 1, "email", MessageState.SENT, ONE);

    shop.publish(Published.feedback("C1", mail, "email", "bounced", TWO));

    assertThat(shop.ledger("C1").suppressions()).isEmpty();
    assertThat(shop.state(CART, mail)).isEqualTo(MessageState.BOUNCED);
  }

  @Test
  void feedbackOnAnUnknownMessageIsCountedAndStillClosesTheChannel() {
    assertThat(shop.publish(Published.feedback("C1", "gone", "email", "complained", TWO)))
        .isEqualTo(Disposition.DONE);

    assertThat(shop.ledger("C1").suppression("email")).isPresent();
    assertThat(shop.stage.report().unknownMessages()).isEqualTo(1);
  }

  @Test
  void feedbackThatIsQuickerThanTheRecordOfItsMessageWaits() {
    shop.now = ONE.plusSeconds(1);
    String mail = shop.reserve(CART, 1, "email", ONE);
    String event = Published.feedback("C1", mail, "email", "delivered", ONE.plusSeconds(1));

    assertThat(shop.publish(event)).isEqualTo(new Disposition.Later(Duration.ofSeconds(119)));
    shop.record(CART, 1, "email", MessageState.SENT, ONE);
    assertThat(shop.publish(event)).isEqualTo(Disposition.DONE);
    assertThat(shop.state(CART, mail)).isEqualTo(MessageState.DELIVERED);
    assertThat(shop.stage.report().waiting()).isEqualTo(1);
  }

  @Test
  void feedbackOnAMessageThatSurelyDidNotGoOutDoesNotWait() {
    shop.now = ONE.plusSeconds(1);
    String mail = shop.reserve(CART, 1, "email", ONE);
    shop.stores.ledgers().update("C1", _ -> LedgerChange.of(mail, new LedgerEntry.Released(mail)));

    shop.publish(Published.feedback("C1", mail, "email", "delivered", ONE));

    assertThat(shop.stage.report().unknownMessages()).isEqualTo(1);
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
