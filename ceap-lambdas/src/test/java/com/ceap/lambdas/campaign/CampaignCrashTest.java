package com.ceap.lambdas.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.channels.spi.Handover;
import com.ceap.lambdas.channel.FaultyTables;
import com.ceap.lambdas.channel.Killed;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.storage.Campaign;
import com.ceap.storage.CampaignCounts;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A campaign whose process dies, and whose store and provider fail, at random moments. */
class CampaignCrashTest {
  private static final Instant TEN = Instant.parse("2026-01-18T15:00:00Z");
  private static final int CUSTOMERS = 60;
  private static final int HISTORIES = 60;

  /** Lets calls end the process, or fail, by a seed. */
  private static final class Mischief implements FaultyTables.Calls {
    private final SplittableRandom random;
    private int oneIn = Integer.MAX_VALUE;

    private Mischief(SplittableRandom random) {
      this.random = random;
    }

    @Override
    public void before() {
      strike();
    }

    @Override
    public void after() {
      strike();
    }

    @Override
    public boolean together() {
      return random.nextBoolean();
    }

    private void strike() {
      if (random.nextInt(oneIn) == 0 && oneIn < Integer.MAX_VALUE) {
        if (random.nextInt(3) == 0) {
          throw new CeapException(ErrorCode.STORE_UNAVAILABLE, "no answer");
        }
        throw new Killed();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 50})
  void whateverDiesTheRestIsSentAndNothingTwice(int together) {
    for (long seed = 0; seed < HISTORIES; seed++) {
      live(seed, together);
    }
  }

  private static void live(long seed, int together) {
    SplittableRandom random = new SplittableRandom(seed);
    Mischief mischief = new Mischief(random);
    CampaignRoom room = new CampaignRoom(tables -> new FaultyTables(tables, mischief));
    room.together = together;
    for (int i = 0; i < CUSTOMERS; i++) {
      room.customer("C" + i, "America/New_York");
      room.candidate("r1", "C" + i, "P1", 0.6 + i / 1000.0);
    }
    Map<String, Integer> taken = new HashMap<>();
    room.provider =
        message -> {
          if (random.nextInt(40) == 0) {
            return new Handover.Throttled(Duration.ofSeconds(5));
          }
          taken.merge(message.messageId(), 1, Integer::sum);
          mischief.strike();
          return random.nextInt(40) == 0
              ? new Handover.Unclear("the answer was lost")
              : new Handover.Accepted("p");
        };
    Campaign campaign = room.frozen("r1");
    room.now = TEN;
    mischief.oneIn = 40 + random.nextInt(400);
    CampaignCounts counts = untilEnded(room, campaign, mischief);
    String what = "seed " + seed + ", " + together + " together: " + counts;
    assertThat(taken.values()).as(what).allMatch(times -> times == 1);
    assertThat(counts.ended()).as(what).isEqualTo(CUSTOMERS);
    assertThat(counts.sent()).as(what).isLessThanOrEqualTo(taken.size());
    assertThat(counts.sent() + counts.unknown()).as(what).isEqualTo(CUSTOMERS);
    assertThat((long) taken.size()).as(what).isBetween(counts.sent(), (long) CUSTOMERS);
    assertThat(room.stored(campaign.key()).state()).as(what).isEqualTo(Campaign.State.COMPLETE);
    assertThat(room.stored(campaign.key()).counts()).as(what).isEqualTo(counts);
  }

  private static CampaignCounts untilEnded(
      CampaignRoom room, Campaign campaign, Mischief mischief) {
    for (int attempt = 0; attempt < 500; attempt++) {
      if (attempt == 100) {
        mischief.oneIn = Integer.MAX_VALUE;
      }
      try {
        switch (room.sending.send(campaign.key(), 1)) {
          case PartProgress.Ended(CampaignCounts counts) -> {
            return counts;
          }
          case PartProgress.Waits waits -> room.now = room.now.plus(waits.after());
          case PartProgress.Over _ -> {
            return room.stored(campaign.key()).counts();
          }
          case PartProgress.NotDue _ -> throw new IllegalStateException("it is due");
        }
      } catch (CeapException | Killed died) {
        room.now = room.now.plusSeconds(1);
      }
    }
    throw new IllegalStateException("it never ended");
  }
}
