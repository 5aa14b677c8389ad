package com.ceap.lambdas.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.lambdas.events.FeedbackKind;
import com.ceap.lambdas.queue.Disposition;
import com.ceap.model.CandidateKey;
import com.ceap.model.CustomerLedger.Suppression;
import com.ceap.model.LedgerEntry;
import com.ceap.model.MessageState;
import com.ceap.storage.LedgerChange;
import com.ceap.storage.MessageEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MessageNewsTest {
  private static final Instant NOON = Shop.NOON;
  private static final Instant ONE = NOON.plus(Duration.ofHours(1));
  private static final Instant TWO = NOON.plus(Duration.ofHours(2));
  private static final CandidateKey CART = Shop.key("C1", "carts", "K1");
  private final Shop shop = new Shop(Programs.carts("carts"));

  @Test
  void feedbackMovesAMessageOnAndResolvesWhatNobodyKnew() {
    String mail = shop.message(CART, 1, "email", MessageState.UNKNOWN, ONE);

    shop.publish(Published.feedback("C1", mail, "email", "clicked", TWO));
    shop.publish(Published.feedback("C1", mail, "email", "delivered", ONE));
    shop.publish(Published.feedback("C1", mail, "email", "delivered", ONE));

    assertThat(shop.state(CART, mail)).isEqualTo(MessageState.CLICKED);
    assertThat(shop.stage.report().feedback())
        .isEqualTo(Map.of(FeedbackKind.CLICKED, 1L, FeedbackKind.DELIVERED, 1L));
    assertThat(shop.stage.report().repeated()).isEqualTo(1);
  }

  @Test
  void whatAMachineDoesIsKeptAndMovesNothingBeyondThatItWentOut() {
    String mail = shop.message(CART, 1, "email", MessageState.UNKNOWN, ONE);
    String soon = shop.message(CART, 2, "email", MessageState.SENT, ONE);

    shop.publish(Published.sesOpen("C1", mail, TWO, "Mozilla/5.0"));
    shop.publish(Published.sesOpen("C1", soon, ONE.plusSeconds(3), "Thunderbird/140.0"));

    assertThat(shop.state(CART, mail)).isEqualTo(MessageState.SENT);
    assertThat(shop.state(CART, soon)).isEqualTo(MessageState.SENT);
    assertThat(shop.stores.messages().tracked("C1", soon).orElseThrow().trail().events())
        .containsKey(MessageEvent.OPENED);
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
}
