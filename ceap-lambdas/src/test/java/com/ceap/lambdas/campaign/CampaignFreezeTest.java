package com.ceap.lambdas.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.ceap.model.Subject;
import com.ceap.model.error.CeapException;
import com.ceap.storage.Campaign;
import com.ceap.storage.Run;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CampaignFreezeTest {
  private final CampaignRoom room = new CampaignRoom();

  @Test
  void aCustomersBestCandidatesGoIntoOneMessage() {
    room.candidate("r1", "A", "P1", 0.7);
    room.candidate("r1", "A", "P2", 0.9);
    room.candidate("r1", "A", "P3", 0.8);
    room.candidate("r1", "B", "P1", 0.65);
    room.candidate("r1", "B", "P2", 0.59);
    Campaign campaign = room.frozen("r1");
    assertThat(campaign.recipients()).isEqualTo(2);
    assertThat(campaign.candidates()).isEqualTo(3);
    assertThat(campaign.state()).isEqualTo(Campaign.State.FROZEN);
    assertThat(campaign.templateVersion()).isEmpty();
    assertThat(room.recipients(campaign))
        .extracting(Recipient::customerId, CampaignFreezeTest::products)
        .containsExactly(tuple("A", List.of("P2", "P3")), tuple("B", List.of("P1")));
  }

  private static List<String> products(Recipient recipient) {
    return recipient.subjects().stream().map(Subject::id).toList();
  }

  @Test
  void theLimitCountsMessagesAndTheBestScoresComeFirst() {
    room.limit = 2;
    room.candidate("r1", "A", "P1", 0.7);
    room.candidate("r1", "B", "P1", 0.9);
    room.candidate("r1", "C", "P1", 0.8);
    room.candidate("r1", "B", "P2", 0.61);
    Campaign campaign = room.frozen("r1");
    assertThat(room.recipients(campaign))
        .extracting(Recipient::customerId, CampaignFreezeTest::products)
        .containsExactly(tuple("B", List.of("P1", "P2")), tuple("C", List.of("P1")));
  }

  @Test
  void onlyWhatTheRunItselfHasStoredCounts() {
    room.candidate("r0", "A", "P1", 0.9);
    room.candidate("r1", "B", "P1", 0.8);
    assertThat(room.recipients(room.frozen("r1")))
        .extracting(Recipient::customerId)
        .containsExactly("B");
  }

  @Test
  void everyRecipientHasTenOClockOfItsOwn() {
    room.customer("Berlin", "Europe/Berlin");
    room.customer("Nowhere", "");
    for (String customer : List.of("Berlin", "Nowhere", "Stranger")) {
      room.candidate("r1", customer, "P1", 0.9);
    }
    Campaign campaign = room.frozen("r1");
    List<Part> parts = room.sending.manifest(campaign).parts();
    assertThat(parts)
        .extracting(Part::at)
        .containsExactly(
            Instant.parse("2026-01-18T09:00:00Z"), Instant.parse("2026-01-18T15:00:00Z"));
    assertThat(parts).extracting(Part::recipients).containsExactly(1, 2);
  }

  @Test
  void aLongListHasPartsThatNobodyIsMissingFromOrTwiceIn() {
    for (int i = 0; i < 1_203; i++) {
      room.candidate("r1", "C" + i, "P1", 0.6 + i % 400 / 1000.0);
    }
    Campaign campaign = room.frozen("r1");
    assertThat(room.sending.manifest(campaign).parts())
        .extracting(Part::recipients)
        .containsExactly(500, 500, 203);
    assertThat(room.recipients(campaign))
        .extracting(Recipient::customerId)
        .hasSize(1_203)
        .doesNotHaveDuplicates();
  }

  @Test
  void freezingAgainGivesTheSameCampaign() {
    room.candidate("r1", "A", "P1", 0.9);
    Campaign first = room.frozen("r1");
    room.candidate("r1", "B", "P1", 0.9);
    room.now = room.now.plusSeconds(60);
    Campaign second = room.frozen("r1");
    assertThat(second).isEqualTo(first);
    assertThat(room.recipients(second)).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(
      value = Run.State.class,
      names = {"FAILED", "RUNNING"})
  void aRunThatDidNotCompleteFeedsNone(Run.State state) {
    room.candidate("r1", "A", "P1", 0.9);
    assertThatThrownBy(() -> room.freeze.freezeAll(room.program(), CampaignRoom.run("r1", state)))
        .isInstanceOf(CeapException.class)
        .hasMessage(
            "run r1 of program recs is %s; only a run that has completed feeds a campaign"
                .formatted(state));
    assertThat(room.stores.campaigns().latest("recs", 9)).isEmpty();
  }

  @Test
  void aNewerCampaignTakesThePlaceOfOneThatHasNotBegun() {
    room.candidate("r1", "A", "P1", 0.9);
    Campaign first = room.frozen("r1");
    room.candidate("r2", "A", "P1", 0.9);
    room.now = room.now.plusSeconds(60);
    Campaign second = room.frozen("r2");
    assertThat(room.stored(first.key()).state()).isEqualTo(Campaign.State.SUPERSEDED);
    assertThat(room.stored(second.key()).state()).isEqualTo(Campaign.State.FROZEN);
  }

  @Test
  void aCampaignWithoutARecipientIsCompleteAtOnce() {
    assertThat(room.frozen("r1").state()).isEqualTo(Campaign.State.COMPLETE);
  }

  @Test
  void aChannelThatIsNoneOfTheProgramsIsNamed() {
    assertThatThrownBy(() -> CampaignChannel.require(room.program(), "mail"))
        .isInstanceOf(CeapException.class)
        .hasMessage("program recs has no campaign on a channel 'mail'; it has email");
    assertThatThrownBy(() -> CampaignChannel.require(room.program(), "in-app"))
        .hasMessage("program recs has no campaign on a channel 'in-app'; it has email");
  }

  @Test
  void aTimeThatIsNoneIsNamed() {
    assertThatThrownBy(() -> new Timing("25:00"))
        .hasMessage(
            "a campaign goes out at a time of day from \"00:00\" to \"23:59\", or \"now\","
                + " was \"25:00\"");
  }
}
