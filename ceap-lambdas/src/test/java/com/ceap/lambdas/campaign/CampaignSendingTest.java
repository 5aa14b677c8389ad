package com.ceap.lambdas.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.ceap.channels.spi.Composition;
import com.ceap.channels.spi.Handover;
import com.ceap.lambdas.channel.DeliveryResult.Waiting;
import com.ceap.model.Consent;
import com.ceap.model.CustomerLedger.Purchase;
import com.ceap.model.CustomerLedger.Send;
import com.ceap.model.LedgerEntry;
import com.ceap.model.MessageState;
import com.ceap.model.Subject;
import com.ceap.model.program.DeliveryRules;
import com.ceap.model.program.QuietHours;
import com.ceap.storage.Campaign;
import com.ceap.storage.CampaignCounts;
import com.ceap.storage.CampaignKey;
import com.ceap.storage.LedgerChange;
import com.ceap.storage.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CampaignSendingTest {
  /** Ten in the morning in New York. */
  private static final Instant TEN = Instant.parse("2026-01-18T15:00:00Z");

  private CampaignRoom room = new CampaignRoom();

  private Campaign frozen(String... customers) {
    for (String customer : customers) {
      room.customer(customer, "America/New_York");
      room.candidate("r1", customer, "P1", 0.9);
      room.candidate("r1", customer, "P2", 0.8);
    }
    return room.frozen("r1");
  }

  private PartProgress sendAtTen(Campaign campaign) {
    room.now = TEN;
    return room.sending.send(campaign.key(), 1);
  }

  private void write(String customer, LedgerEntry... entries) {
    room.stores.ledgers().update(customer, _ -> LedgerChange.of("", entries));
  }

  private static LedgerEntry bought(String product) {
    return new LedgerEntry.Bought(new Purchase(new Subject("product", product), TEN));
  }

  @Test
  void everyMessageGoesOutOnceAndTheCampaignIsComplete() {
    Campaign campaign = frozen("A", "B");
    assertThat(room.sending.send(campaign.key(), 1)).isEqualTo(new PartProgress.NotDue(TEN));
    CampaignCounts two = new CampaignCounts(2, 0, 0, 0, Map.of());
    assertThat(sendAtTen(campaign)).isEqualTo(new PartProgress.Ended(two));
    assertThat(sendAtTen(campaign)).isEqualTo(new PartProgress.Over());
    assertThat(room.handedOver).extracting(PostalMessage::customerId).containsExactly("A", "B");
    assertThat(room.handedOver.getFirst().subjects()).containsExactly("P1", "P2");
    assertThat(room.record(campaign, "A").state()).isEqualTo(MessageState.SENT);
    assertThat(room.record(campaign, "A").touch()).isZero();
    assertThat(room.record(campaign, "A").candidate()).isEqualTo(CampaignRoom.key("A", "P1"));
    assertThat(room.stored(campaign.key()).state()).isEqualTo(Campaign.State.COMPLETE);
    assertThat(room.stored(campaign.key()).counts()).isEqualTo(two);
  }

  @Test
  void aCustomerGetsOneMessageADayWhateverTheNumberOfCampaigns() {
    Campaign first = frozen("A");
    sendAtTen(first);
    room.now = TEN.minusSeconds(60);
    room.candidate("r2", "A", "P3", 0.9);
    Campaign second = room.frozen("r2");
    assertThat(sendAtTen(second))
        .isEqualTo(new PartProgress.Ended(new CampaignCounts(1, 0, 0, 0, Map.of())));
    assertThat(room.handedOver).hasSize(1);
  }

  @Test
  void whatHasEndedSinceIsLeftOutAndWhereNothingIsLeftNothingGoesOut() {
    Campaign campaign = frozen("Bought", "SoldOut", "Dismissed", "All");
    write("Bought", bought("P1"));
    write("All", bought("P1"));
    room.product("P2", false);
    room.stores
        .outcomes()
        .record(
            CampaignRoom.key("Dismissed", "P1"), Outcome.DISMISSED, TEN, TEN.plusSeconds(9_999));
    sendAtTen(campaign);
    assertThat(room.handedOver)
        .extracting(PostalMessage::customerId, PostalMessage::subjects)
        .containsExactly(tuple("SoldOut", List.of("P1")));
    assertThat(room.record(campaign, "Bought").reason()).contains("PURCHASED");
    assertThat(room.record(campaign, "All").reason()).contains("PURCHASED");
    assertThat(room.record(campaign, "Dismissed").reason()).contains("DISMISSED");
    assertThat(room.stored(campaign.key()).counts())
        .isEqualTo(new CampaignCounts(1, 0, 0, 0, Map.of("PURCHASED", 2L, "DISMISSED", 1L)));
  }

  @Test
  void aPurchaseBetweenReadingAndReservingChangesTheMessage() {
    boolean[] done = {false};
    Campaign campaign = frozen("A");
    room.composer =
        content -> {
          if (!done[0]) {
            done[0] = true;
            write("A", bought("P1"));
          }
          return new Composition.Composed(
              new PostalMessage(
                  content.messageId(),
                  "A",
                  "recs",
                  content.candidates().stream().map(c -> c.key().subject().id()).toList()));
        };
    sendAtTen(campaign);
    assertThat(room.handedOver).hasSize(1);
    assertThat(room.handedOver.getFirst().subjects()).containsExactly("P2");
    assertThat(room.record(campaign, "A").candidate()).isEqualTo(CampaignRoom.key("A", "P2"));
  }

  @Test
  void theRulesOfEveryMessageHoldHereToo() {
    room.rules =
        new DeliveryRules(
            Optional.empty(),
            "PT12H",
            Optional.empty(),
            List.of(new DeliveryRules.Cap(Optional.empty(), 1, 24, List.of("all"))),
            7);
    Campaign campaign = frozen("Fine", "OptedOut", "Capped", "Mute");
    room.candidate("r1", "Stranger", "P1", 0.9);
    write(
        "OptedOut", new LedgerEntry.Consented(new Consent("OptedOut", "recs", "email", true), TEN));
    room.stores
        .ledgers()
        .addSends(
            Map.of("Capped", List.of(new Send("other", TEN.minusSeconds(60), "carts", "email"))));
    var compose = room.composer;
    room.composer =
        content ->
            content.customer().customerId().equals("Mute")
                ? new Composition.NotComposed("NO_ADDRESS", "the customer has no e-mail address")
                : compose.apply(content);
    sendAtTen(campaign);
    assertThat(room.handedOver).extracting(PostalMessage::customerId).containsExactly("Fine");
    assertThat(room.stored(campaign.key()).counts().suppressed())
        .isEqualTo(Map.of("OPTED_OUT", 1L, "FREQUENCY_CAP_REACHED", 1L, "NO_ADDRESS", 1L));
  }

  @Test
  void aCustomerWithoutAProfileGetsNothingAndIsCounted() {
    room.candidate("r1", "Stranger", "P1", 0.9);
    Campaign campaign = room.frozen("r1");
    sendAtTen(campaign);
    assertThat(room.record(campaign, "Stranger").reason()).contains("CUSTOMER_UNKNOWN");
  }

  @Test
  void oneMessageThatCannotBeComposedStopsNoOther() {
    Campaign campaign = frozen("A", "B");
    var compose = room.composer;
    room.composer =
        content -> {
          if (content.customer().customerId().equals("A")) {
            throw new IllegalStateException("odd");
          }
          return compose.apply(content);
        };
    sendAtTen(campaign);
    assertThat(room.stored(campaign.key()).counts())
        .isEqualTo(new CampaignCounts(1, 0, 0, 0, Map.of("DEFECT", 1L)));
  }

  @Test
  void aRecipientThatTheProviderRefusesIsRecordedAlone() {
    room.together = 50;
    String[] customers = new String[50];
    for (int i = 0; i < customers.length; i++) {
      customers[i] = "C" + i;
    }
    Campaign campaign = frozen(customers);
    room.provider =
        message ->
            message.customerId().equals("C7")
                ? new Handover.Refused("ADDRESS_REFUSED", "It is none.", false)
                : new Handover.Accepted("p");
    sendAtTen(campaign);
    assertThat(room.handedOver).hasSize(50);
    assertThat(room.record(campaign, "C7").state()).isEqualTo(MessageState.FAILED);
    assertThat(room.stored(campaign.key()).counts())
        .isEqualTo(new CampaignCounts(49, 1, 0, 0, Map.of()));
  }

  @Test
  void aProviderThatIsDownIsWaitedForAndNobodyIsLeftOut() {
    Campaign campaign = frozen("A", "B", "C");
    room.provider =
        message ->
            message.customerId().equals("B")
                ? new Handover.Throttled(Duration.ofSeconds(30))
                : new Handover.Accepted("p");
    assertThat(sendAtTen(campaign))
        .isEqualTo(new PartProgress.Waits(Waiting.THROTTLED, Duration.ofSeconds(30)));
    assertThat(room.handedOver).extracting(PostalMessage::customerId).containsExactly("A", "B");
    room.provider = message -> new Handover.Accepted("p");
    assertThat(room.sending.send(campaign.key(), 1))
        .isEqualTo(new PartProgress.Ended(new CampaignCounts(3, 0, 0, 0, Map.of())));
    assertThat(room.handedOver)
        .extracting(PostalMessage::customerId)
        .containsExactly("A", "B", "B", "C");
  }

  @Test
  void aPauseAndARateAreWaitedFor() {
    room.rules = new DeliveryRules(Optional.empty(), "PT12H", Optional.of(1), List.of(), 7);
    Campaign campaign = frozen("A", "B");
    room.stores.controls().pause("recs", Optional.of("email"));
    assertThat(sendAtTen(campaign))
        .isEqualTo(new PartProgress.Waits(Waiting.PAUSED, Duration.ofMinutes(1)));
    assertThat(room.handedOver).isEmpty();
    room.stores.controls().resume("recs", Optional.of("email"));
    assertThat(sendAtTen(campaign))
        .isInstanceOfSatisfying(
            PartProgress.Waits.class, waits -> assertThat(waits.why()).isEqualTo(Waiting.RATE));
    assertThat(room.handedOver).hasSize(1);
    room.now = TEN.plusSeconds(2);
    assertThat(room.sending.send(campaign.key(), 1)).isInstanceOf(PartProgress.Ended.class);
    assertThat(room.handedOver).hasSize(2);
  }

  @Test
  void quietHoursOfOneCustomerHoldUpNoOther() {
    room.rules =
        new DeliveryRules(
            Optional.of(new QuietHours(LocalTime.of(9, 0), LocalTime.of(11, 0))),
            "PT12H",
            Optional.empty(),
            List.of(),
            7);
    Campaign campaign = frozen("A");
    assertThat(sendAtTen(campaign))
        .isEqualTo(new PartProgress.Waits(Waiting.QUIET_HOURS, Duration.ofHours(1)));
    room.now = TEN.plus(Duration.ofHours(1));
    assertThat(room.sending.send(campaign.key(), 1)).isInstanceOf(PartProgress.Ended.class);
  }

  @Test
  void tooLateIsToldAndShadowSendsNothing() {
    Campaign late = frozen("A");
    room.now = TEN.plus(Duration.ofHours(12)).plusMillis(1);
    room.sending.send(late.key(), 1);
    assertThat(room.record(late, "A").reason()).contains("TOO_LATE");
    room = new CampaignRoom();
    room.shadow = true;
    Campaign shadowed = frozen("A");
    assertThat(sendAtTen(shadowed))
        .isEqualTo(new PartProgress.Ended(new CampaignCounts(0, 0, 0, 1, Map.of())));
    assertThat(room.handedOver).isEmpty();
  }

  @Test
  void aCampaignThatAnotherOneReplacedSendsNothing() {
    Campaign first = frozen("A");
    room.candidate("r2", "A", "P1", 0.9);
    room.now = room.now.plusSeconds(60);
    room.frozen("r2");
    assertThat(sendAtTen(first)).isEqualTo(new PartProgress.Over());
    assertThat(room.handedOver).isEmpty();
  }

  @Test
  void whatDoesNotExistIsNamed() {
    Campaign campaign = frozen("A");
    assertThatThrownBy(() -> room.sending.send(campaign.key(), 2))
        .hasMessage("campaign recs/r1/email has parts 1 to 1, not 2");
    assertThatThrownBy(() -> room.sending.send(CampaignKey.of(CampaignRoom.run("r9"), "email"), 1))
        .hasMessage("there is no campaign recs/r9/email; a run that completes freezes it");
  }
}
