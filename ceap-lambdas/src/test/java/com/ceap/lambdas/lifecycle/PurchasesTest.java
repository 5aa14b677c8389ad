package com.ceap.lambdas.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.lambdas.queue.Disposition;
import com.ceap.model.CandidateKey;
import com.ceap.model.CustomerLedger.Purchase;
import com.ceap.model.CustomerLedger.Send;
import com.ceap.model.MessageState;
import com.ceap.model.Subject;
import com.ceap.storage.Conversion;
import com.ceap.storage.Conversion.ByMessage;
import com.ceap.storage.Conversion.ByShowing;
import com.ceap.storage.Engagement;
import com.ceap.storage.Outcome;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PurchasesTest {
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
                Optional.of(new ByMessage(mail, 1, "email"))));
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
  void aClickInAnAppAfterTheLastMessageHasTheCreditAndAMereShowingHasNot() {
    shop.candidate(CART, NOON, "P1");
    String mail = shop.message(CART, 1, "email", MessageState.SENT, ONE);
    shop.did(CART, Engagement.Type.IMPRESSION, TWO.minusSeconds(9));
    shop.did(CART, Engagement.Type.CLICK, ONE.plusSeconds(9));
    shop.publish(Published.order("C1", "O1", TWO, "K1"));

    assertThat(shop.conversion(CART).by()).contains(new ByShowing("in-app", ONE.plusSeconds(9)));
    assertThat(shop.state(CART, mail)).isEqualTo(MessageState.SENT);

    Shop other = new Shop(Programs.carts("carts"));
    other.candidate(CART, NOON, "P1");
    String last = other.message(CART, 1, "email", MessageState.SENT, ONE);
    other.did(CART, Engagement.Type.IMPRESSION, TWO.minusSeconds(9));
    other.publish(Published.order("C1", "O1", TWO, "K1"));
    assertThat(other.conversion(CART).by()).contains(new ByMessage(last, 1, "email"));
  }

  @Test
  void whereNothingWasSentTheLastShowingHasTheCredit() {
    shop.candidate(CART, NOON, "P1");
    shop.did(CART, Engagement.Type.IMPRESSION, ONE);
    shop.did(CART, Engagement.Type.DISMISSAL, ONE.plusSeconds(1));
    shop.did(CART, Engagement.Type.IMPRESSION, TWO.plusSeconds(1));
    shop.publish(Published.order("C1", "O1", TWO, "K1"));
    assertThat(shop.conversion(CART).by()).contains(new ByShowing("in-app", ONE));
  }

  @Test
  void anOrderFromBeforeAnErasureLeavesNothingAndALaterOneIsANewRelation() {
    shop.stores.erasures().erase("C1", TWO);
    assertThat(shop.publish(Published.order("C1", "O1", TWO, "K1"))).isEqualTo(Disposition.DONE);
    assertThat(shop.ledger("C1").purchases()).isEmpty();
    assertThat(shop.ledger("C1").exits()).isEmpty();
    assertThat(shop.stage.report().forgotten()).isEqualTo(1);
    assertThat(shop.stage.report().converted()).isZero();

    shop.publish(Published.order("C1", "O2", TWO.plusSeconds(1), "K2"));
    assertThat(shop.ledger("C1").purchases())
        .containsExactly(new Purchase(new Subject("cart", "K2"), TWO.plusSeconds(1)));
    assertThat(shop.stage.report().forgotten()).isEqualTo(1);
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

    assertThat(shop.conversion(CART).by()).contains(new ByMessage(unknown, 3, "push"));
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
    assertThat(shop.conversion(CART).by()).contains(new ByMessage(push, 3, "push"));
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
    assertThat(shop.conversion(CART).by()).contains(new ByMessage(mail, 1, "email"));
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
}
