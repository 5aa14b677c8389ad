package com.ceap.lambdas.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.channels.spi.Composition;
import com.ceap.channels.spi.Handover;
import com.ceap.channels.spi.MessageContent.Offer;
import com.ceap.lambdas.channel.ScheduledTouches.Scheduled;
import com.ceap.lambdas.journey.DueTouchJson;
import com.ceap.lambdas.queue.Disposition;
import com.ceap.lambdas.queue.QueueMessage;
import com.ceap.model.CandidateKey;
import com.ceap.model.CustomerLedger.Suppression;
import com.ceap.model.DueTouch;
import com.ceap.model.MessageState;
import com.ceap.model.Product;
import com.ceap.model.Subject;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.storage.Versioned;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How a message that nothing speaks against is sent, and how that may end. */
final class DeliveryStageTest {
  private final Mailroom mailroom = new Mailroom(ProgramDraft.carts());

  @Test
  void aTouchGoesOutAndTheNextIsScheduledFromTheEventsTime() {
    assertThat(mailroom.deliver(mailroom.touch(1))).isEqualTo(Disposition.DONE);
    assertThat(mailroom.handedOver).hasSize(1);
    assertThat(mailroom.record("email", 1).state()).isEqualTo(MessageState.SENT);
    assertThat(mailroom.record("email", 1).providerId()).contains("p-" + mailroom.id("email", 1));
    assertThat(mailroom.scheduled.all())
        .containsExactly(
            new Scheduled(mailroom.touch(2), "sms", Mailroom.LEFT.plus(Duration.ofHours(24))));
    assertThat(mailroom.ledger().send(mailroom.id("email", 1))).isPresent();
  }

  @Test
  void theLastTouchSchedulesNothing() {
    mailroom.now = Mailroom.LEFT.plus(Duration.ofDays(3));
    assertThat(mailroom.deliver(mailroom.touch(3))).isEqualTo(Disposition.DONE);
    assertThat(mailroom.scheduled.all()).isEmpty();
  }

  @Test
  void aTouchThatComesAgainSendsNothing() {
    mailroom.deliver(mailroom.touch(1));
    mailroom.deliver(mailroom.touch(1));
    mailroom.now = mailroom.now.plus(Duration.ofDays(1));
    assertThat(mailroom.deliver(mailroom.touch(1))).isEqualTo(Disposition.DONE);
    assertThat(mailroom.handedOver).hasSize(1);
    assertThat(mailroom.stage.report().sent()).isEqualTo(1);
    assertThat(mailroom.stage.report().known()).isEqualTo(2);
  }

  @Test
  void theMessageIsMadeOfTheCandidateItsProductsAndItsOneOffer() {
    Product shoe = product("P1");
    mailroom.stores.products().importAll(List.of(new Versioned<>(shoe, mailroom.now)));
    mailroom.candidate(
        Mailroom.KEY,
        Map.of(
            "offer_code", "CART10", "items", List.of(Map.of("id", "P1"), Map.of("id", "unknown"))));
    mailroom.deliver(mailroom.touch(1));
    var content = mailroom.composed.getFirst();
    assertThat(content.messageId()).isEqualTo(mailroom.id("email", 1));
    assertThat(content.candidates().getFirst().key()).isEqualTo(Mailroom.KEY);
    assertThat(content.products()).isEqualTo(Map.of("P1", shoe));
    assertThat(content.offer()).contains(new Offer(10, "CART10"));
    assertThat(content.expires()).isEqualTo(mailroom.now.plus(Duration.ofHours(24)));
  }

  @Test
  void anOfferEndsWithItsCandidateAtTheLatest() {
    ProgramDraft late =
        new ProgramDraft("carts").channel("email", "email", Duration.ofHours(6 * 24 + 12));
    Mailroom room = new Mailroom(late);
    room.now = Mailroom.LEFT.plus(Duration.ofHours(6 * 24 + 12));
    room.deliver(room.touch(1));
    assertThat(room.composed.getFirst().expires())
        .isEqualTo(Mailroom.LEFT.plus(Duration.ofDays(7)));
  }

  @Test
  void anOfferWithoutACodeOfItsOwnHasTheProgramsCode() {
    mailroom.candidate(Mailroom.KEY, Map.of());
    mailroom.deliver(mailroom.touch(1));
    assertThat(mailroom.composed.getFirst().offer()).contains(new Offer(10, "CODE10"));
  }

  @Test
  void whatTheProviderRefusesHasFailedAndGivesItsUnitBack() {
    mailroom.provider = _ -> new Handover.Refused("ADDRESS_REFUSED", "It is none.", false);
    assertThat(mailroom.deliver(mailroom.touch(1))).isEqualTo(Disposition.DONE);
    assertThat(mailroom.record("email", 1).state()).isEqualTo(MessageState.FAILED);
    assertThat(mailroom.record("email", 1).reason()).contains("ADDRESS_REFUSED");
    assertThat(mailroom.ledger().sends()).allMatch(send -> send.released());
    assertThat(mailroom.ledger().suppressions()).isEmpty();
    mailroom.deliver(mailroom.touch(1));
    assertThat(mailroom.handedOver).hasSize(1);
  }

  @Test
  void aRefusalMayCloseTheChannelForTheCustomer() {
    mailroom.provider = _ -> new Handover.Refused("OPTED_OUT", "The number said STOP.", true);
    mailroom.deliver(mailroom.touch(1));
    assertThat(mailroom.ledger().suppressions())
        .containsExactly(new Suppression("email", "OPTED_OUT", mailroom.now));
  }

  @Test
  void whatTheProviderTakesLaterIsTheOneMessageThatIsHandedOverAgain() {
    mailroom.provider = _ -> new Handover.Throttled(Duration.ofSeconds(7));
    assertThat(mailroom.deliver(mailroom.touch(1)))
        .isEqualTo(new Disposition.Later(Duration.ofSeconds(7)));
    assertThat(mailroom.ledger().sends()).isEmpty();
    mailroom.provider = _ -> new Handover.Accepted("p");
    assertThat(mailroom.deliver(mailroom.touch(1))).isEqualTo(Disposition.DONE);
    assertThat(mailroom.handedOver).hasSize(2);
    assertThat(mailroom.record("email", 1).state()).isEqualTo(MessageState.SENT);
  }

  @Test
  void whatNobodyKnowsIsNeverHandedOverAgainAndKeepsItsUnit() {
    mailroom.provider = _ -> new Handover.Unclear("The connection was lost.");
    assertThat(mailroom.deliver(mailroom.touch(1))).isEqualTo(Disposition.DONE);
    assertThat(mailroom.record("email", 1).state()).isEqualTo(MessageState.UNKNOWN);
    mailroom.deliver(mailroom.touch(1));
    assertThat(mailroom.handedOver).hasSize(1);
    assertThat(mailroom.ledger().sends()).noneMatch(send -> send.released());
  }

  @Test
  void anAdapterThatFailsLeavesItUnknown() {
    mailroom.provider =
        _ -> {
          throw new IllegalStateException("broken");
        };
    assertThat(mailroom.deliver(mailroom.touch(1))).isEqualTo(Disposition.DONE);
    assertThat(mailroom.record("email", 1).state()).isEqualTo(MessageState.UNKNOWN);
    assertThat(mailroom.record("email", 1).reason()).contains("DEFECT");
  }

  @Test
  void withoutASenderNothingIsReserved() {
    mailroom.provider =
        _ -> {
          throw new CeapException(ErrorCode.SENDER_MISSING, "no sender for email");
        };
    assertThat(mailroom.deliver(mailroom.touch(1)))
        .isEqualTo(new Disposition.Retry(ErrorCode.SENDER_MISSING, "no sender for email"));
    assertThat(mailroom.ledger().sends()).isEmpty();
  }

  @Test
  void aChannelThatNothingHandsOverIsAnErrorThatNamesThoseThatCanBe() {
    Mailroom room =
        new Mailroom(new ProgramDraft("carts").channel("wa", "whatsapp", Duration.ofHours(1)));
    assertThat(room.deliver(room.touch(1)))
        .isEqualTo(
            new Disposition.Retry(
                ErrorCode.SENDER_MISSING,
                "nothing hands over messages of type 'whatsapp', only of [email, push, sms]"));
    assertThat(room.ledger().sends()).isEmpty();
  }

  @Test
  void whileTheSchedulerIsDownNothingIsSent() {
    mailroom.scheduler =
        (_, _, _) -> {
          throw new CeapException(ErrorCode.SCHEDULER_UNAVAILABLE, "down");
        };
    assertThat(mailroom.deliver(mailroom.touch(1)))
        .isEqualTo(new Disposition.Retry(ErrorCode.SCHEDULER_UNAVAILABLE, "down"));
    assertThat(mailroom.handedOver).isEmpty();
    assertThat(mailroom.ledger().version()).isZero();
  }

  @Test
  void aBrokenTemplateReservesNothing() {
    mailroom.composer =
        _ -> {
          throw new CeapException(ErrorCode.TEMPLATE_INVALID, "cart-recovery-v3: no subject");
        };
    assertThat(mailroom.deliver(mailroom.touch(1))).isInstanceOf(Disposition.Retry.class);
    assertThat(mailroom.ledger().version()).isZero();
    assertThat(mailroom.scheduled.all()).hasSize(1);
  }

  @Test
  void whatIsNoTouchIsDeadAndItsNeighboursGoOn() {
    List<Disposition> dispositions =
        mailroom.stage.handle(
            List.of(
                new QueueMessage("a", "{", 1),
                new QueueMessage("b", DueTouchJson.write(mailroom.touch(4)), 1),
                new QueueMessage("c", DueTouchJson.write(mailroom.touch(1)), 1)));
    assertThat(dispositions.get(0)).isInstanceOf(Disposition.Dead.class);
    assertThat(dispositions.get(1))
        .isEqualTo(
            new Disposition.Dead(
                ErrorCode.EVENT_INVALID, "version v1 of program carts has touches 1 to 3, not 4"));
    assertThat(dispositions.get(2)).isEqualTo(Disposition.DONE);
    assertThat(mailroom.stage.report().dead()).isEqualTo(Map.of(ErrorCode.EVENT_INVALID, 2L));
  }

  @Test
  void aTouchOfAnUnpublishedVersionWaitsForItsProgram() {
    DueTouch touch = new DueTouch(Mailroom.KEY, 1, Mailroom.LEFT, "v0", 0);
    assertThat(mailroom.deliver(touch))
        .isEqualTo(
            new Disposition.Retry(
                ErrorCode.PROGRAM_INVALID,
                "a touch is due of version v0 of program carts, which is not published; publish it"
                    + " again"));
  }

  @Test
  void theContentFollowsTheVersionThatTheJourneyKeeps() {
    mailroom.programs.publish(
        ProgramDraft.carts().version("v2").cap(Optional.empty(), 1, 24).build());
    mailroom.deliver(mailroom.touch(1));
    assertThat(mailroom.composedBy.getFirst().version()).isEqualTo("v1");
    assertThat(mailroom.record("email", 1).programVersion()).isEqualTo("v1");
  }

  @Test
  void theComposersReasonIsTheMessagesReason() {
    mailroom.composer = _ -> new Composition.NotComposed("NO_ADDRESS", "There is none.");
    assertThat(mailroom.deliver(mailroom.touch(1))).isEqualTo(Disposition.DONE);
    assertThat(mailroom.record("email", 1).state()).isEqualTo(MessageState.SUPPRESSED);
    assertThat(mailroom.record("email", 1).reason()).contains("NO_ADDRESS");
    assertThat(mailroom.scheduled.all()).hasSize(1);
    assertThat(mailroom.stage.report().suppressed()).isEqualTo(Map.of("NO_ADDRESS", 1L));
  }

  @Test
  void aTouchOfAnotherCartIsAnotherMessage() {
    CandidateKey other = new CandidateKey("C1", "carts", "US", new Subject("cart", "CART-2"));
    mailroom.candidate(other, Map.of());
    mailroom.deliver(mailroom.touch(1));
    mailroom.deliver(mailroom.touch(other, 1));
    assertThat(mailroom.handedOver).hasSize(2);
  }

  private static Product product(String id) {
    Optional<String> none = Optional.empty();
    return new Product(id, none, none, Optional.empty(), none, none, none, true, true);
  }
}
