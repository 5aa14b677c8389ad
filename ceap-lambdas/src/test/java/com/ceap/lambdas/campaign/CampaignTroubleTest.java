package com.ceap.lambdas.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceap.channels.spi.Handover;
import com.ceap.lambdas.channel.DeliveryResult.Waiting;
import com.ceap.lambdas.channel.FaultyTables;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.model.program.DeliveryRules;
import com.ceap.storage.Campaign;
import com.ceap.storage.CampaignCounts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What campaigns meet that nobody wishes for. */
class CampaignTroubleTest {
  /** Ten in the morning in New York. */
  private static final Instant TEN = Instant.parse("2026-01-18T15:00:00Z");

  private final CampaignRoom room = new CampaignRoom();

  private Campaign frozen(int customers) {
    for (int i = 0; i < customers; i++) {
      room.customer("C" + i, "America/New_York");
      room.candidate("r1", "C" + i, "P1", 0.9);
      room.candidate("r1", "C" + i, "P2", 0.8);
    }
    return room.frozen("r1");
  }

  private PartProgress send(Campaign campaign) {
    return room.sending.send(campaign.key(), 1);
  }

  private static PartProgress ended(long sent, Map<String, Long> suppressed) {
    return new PartProgress.Ended(new CampaignCounts(sent, 0, 0, 0, suppressed));
  }

  @Test
  void aMessageOfWhichEveryProductIsGoneSaysSoAndOneThatIsUnknownIsShownAsItWasSeen() {
    Campaign campaign = frozen(1);
    room.product("P1", false);
    room.now = TEN;
    room.product("P2", false);
    assertThat(send(campaign)).isEqualTo(ended(0, Map.of("PRODUCT_GONE", 1L)));
    assertThat(room.handedOver).isEmpty();
  }

  @Test
  void aCustomerWhoWasErasedGetsNothingAndHoldsUpNobody() {
    Campaign campaign = frozen(2);
    room.now = TEN;
    var _ = room.stores.erasures().erase("C0", TEN);
    assertThat(send(campaign)).isEqualTo(ended(1, Map.of()));
    assertThat(room.handedOver).extracting(PostalMessage::customerId).containsExactly("C1");
    assertThat(room.stores.messages().ofCustomer("C0")).isEmpty();
    assertThat(room.stored(campaign.key()).state()).isEqualTo(Campaign.State.COMPLETE);
  }

  @Test
  void aSenderThatIsMissingLeavesNothingReserved() {
    room.together = 50;
    Campaign campaign = frozen(3);
    room.now = TEN;
    room.provider =
        _ -> {
          throw new CeapException(ErrorCode.CHANNEL_UNAVAILABLE, "the channel is out of reach");
        };
    assertThatThrownBy(() -> send(campaign)).hasMessage("the channel is out of reach");
    for (int i = 0; i < 3; i++) {
      assertThat(room.stores.ledgers().find("C" + i).sends()).isEmpty();
    }
    room.handedOver.clear();
    room.provider = _ -> new Handover.Accepted("p");
    assertThat(send(campaign)).isEqualTo(ended(3, Map.of()));
    assertThat(room.handedOver).hasSize(3);
  }

  @Test
  void aProviderThatThrottlesSomeOfABulkGetsThemAgainAndTheOthersNever() {
    room.together = 50;
    Campaign campaign = frozen(120);
    room.now = TEN;
    room.provider =
        message ->
            message.customerId().endsWith("7")
                ? new Handover.Throttled(Duration.ofSeconds(30))
                : new Handover.Accepted("p");
    assertThat(send(campaign))
        .isEqualTo(new PartProgress.Waits(Waiting.THROTTLED, Duration.ofSeconds(30)));
    assertThat(room.handedOver).as("nothing after what was throttled").hasSize(50);
    room.provider = _ -> new Handover.Accepted("p");
    room.now = TEN.plusSeconds(30);
    assertThat(send(campaign)).isEqualTo(ended(120, Map.of()));
    assertThat(room.handedOver).hasSize(120 + 5);
  }

  @Test
  void ofTwoCampaignsThatAreSentAtOnceACustomerGetsOneMessage() throws Exception {
    room.together = 7;
    Campaign first = frozen(60);
    room.now = TEN.minusSeconds(60);
    assertThat(room.stores.campaigns().begin(first.key())).isTrue();
    for (int i = 30; i < 90; i++) {
      room.customer("C" + i, "America/New_York");
      room.candidate("r2", "C" + i, "P3", 0.9);
    }
    Campaign second = room.frozen("r2");
    room.now = TEN;
    List<Future<PartProgress>> progress = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Campaign campaign : List.of(first, second, first, second)) {
        progress.add(threads.submit(() -> untilEnded(campaign)));
      }
    }
    for (Future<PartProgress> each : progress) {
      assertThat(each.get()).isNotInstanceOf(PartProgress.NotDue.class);
    }
    assertThat(room.handedOver)
        .extracting(PostalMessage::customerId)
        .hasSize(90)
        .doesNotHaveDuplicates();
    assertThat(room.stored(first.key()).counts().sent()).isEqualTo(60);
    assertThat(room.stored(second.key()).counts().sent()).isEqualTo(60);
  }

  private PartProgress untilEnded(Campaign campaign) {
    PartProgress progress = send(campaign);
    while (progress instanceof PartProgress.Waits) {
      progress = send(campaign);
    }
    return progress;
  }

  @Test
  void aSlowProgramReadsEachMessageOnceAndGoesOnWhereItWas() {
    int[] keys = {0};
    CampaignRoom slow =
        new CampaignRoom(
            tables ->
                new FaultyTables(
                    tables,
                    new FaultyTables.Calls() {
                      @Override
                      public void before() {}

                      @Override
                      public void after() {}

                      @Override
                      public void reads(int some) {
                        keys[0] += some;
                      }
                    }));
    slow.rules = new DeliveryRules(Optional.empty(), "PT12H", Optional.of(1), List.of(), 7);
    int customers = 60;
    for (int i = 0; i < customers; i++) {
      slow.customer("C" + i, "America/New_York");
      slow.candidate("r1", "C" + i, "P1", 0.9);
    }
    Campaign campaign = slow.frozen("r1");
    slow.now = TEN;
    int passes = 1;
    while (slow.sending.send(campaign.key(), 1) instanceof PartProgress.Waits waits) {
      slow.now = slow.now.plus(waits.after());
      passes++;
    }
    assertThat(slow.handedOver).hasSize(customers);
    // A ledger, a candidate, its outcome, a profile, devices, the program's pauses, the record.
    int ofOne = 7;
    assertThat(keys[0]).isLessThanOrEqualTo(ofOne * (customers + passes));
  }

  @ParameterizedTest
  @CsvSource({
    // At two the clocks are put forward: half past two comes at half past three.
    "2026-03-28T23:00:00Z, 2026-03-29T01:30:00Z",
    // At three they are put back: half past two comes twice, and the first one counts.
    "2026-10-24T23:00:00Z, 2026-10-25T00:30:00Z"
  })
  void anHourThatTheClocksLeaveOutOrShowTwiceSendsOnce(Instant frozenAt, Instant at) {
    room.sendTime = "02:30";
    room.stored = frozenAt;
    room.now = frozenAt;
    room.customer("A", "Europe/Berlin");
    room.candidate("r1", "A", "P1", 0.9);
    Campaign campaign = room.frozen("r1");
    assertThat(room.sending.manifest(campaign).parts()).extracting(Part::at).containsExactly(at);
    room.now = at;
    assertThat(send(campaign)).isEqualTo(ended(1, Map.of()));
    // What is frozen an hour later, while the clocks show the time again, is of the same day.
    room.candidate("r2", "A", "P1", 0.9);
    Campaign again = room.frozen("r2");
    room.now = at.plus(Duration.ofHours(1));
    for (Part part : room.sending.manifest(again).parts()) {
      room.sending.send(again.key(), part.number());
    }
    assertThat(room.handedOver).hasSize(1);
  }
}
