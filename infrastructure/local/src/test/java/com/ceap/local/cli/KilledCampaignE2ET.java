package com.ceap.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.channels.local.Outbox;
import com.ceap.channels.local.OutboxEntry;
import com.ceap.local.campaign.MorningShop;
import com.ceap.local.clock.PlatformClock;
import com.ceap.local.platform.DataFolder;
import com.ceap.local.platform.LocalPlatform;
import com.ceap.local.platform.ThreadPause;
import com.ceap.local.reactive.LocalMessages;
import com.ceap.model.Message;
import com.ceap.model.MessageState;
import com.ceap.storage.Campaign;
import com.ceap.storage.CampaignCounts;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A campaign whose platform is killed with kill -9 half way, twice. */
@Timeout(600)
final class KilledCampaignE2ET {
  private static final int CUSTOMERS = 400;

  @TempDir private static Path data;

  @Test
  void theRestIsSentAndNothingTwice() throws Exception {
    MorningShop.make(data, CUSTOMERS);
    CommandRun frozen =
        CommandRun.at(
            MorningShop.TEN.minus(Duration.ofHours(1)),
            CommandRun.with(List.of("clock", "manual"), "--data", data));
    assertThat(frozen.code()).isZero();
    assertThat(command("campaign", MorningShop.PROGRAM, "--channel", "email").out())
        .contains(": FROZEN");
    clock().advance(Duration.ofHours(1));

    killWhileSending(60);
    killWhileSending(160);
    // Until the lease of what was being sent has run out.
    assertThat(command("clock", "advance", "PT30M").code()).isZero();

    try (LocalPlatform platform = MorningShop.open(data, MorningShop.TEN)) {
      Campaign campaign = platform.stores().campaigns().latest(MorningShop.PROGRAM, 1).getFirst();
      CampaignCounts counts = campaign.counts();
      assertThat(campaign.state()).isEqualTo(Campaign.State.COMPLETE);
      assertThat(counts.ended()).isEqualTo(CUSTOMERS);
      assertThat(counts.unknown()).as("in flight when it was killed").isLessThanOrEqualTo(2);
      assertThat(counts.allSuppressed()).isEqualTo(1);
      Set<String> inOutbox =
          LocalMessages.outbox(platform).list(Optional.empty()).stream()
              .map(OutboxEntry::messageId)
              .collect(Collectors.toSet());
      assertThat((long) inOutbox.size()).isBetween(counts.sent(), counts.sent() + counts.unknown());
      for (int i = 0; i < CUSTOMERS - 1; i++) {
        List<Message> messages = platform.stores().messages().ofCustomer("C" + i);
        assertThat(messages).hasSize(1);
        assertThat(messages.getFirst().state()).isIn(MessageState.SENT, MessageState.UNKNOWN);
        inOutbox.remove(messages.getFirst().messageId());
      }
      assertThat(inOutbox).as("sent without a record").isEmpty();
    }
  }

  private static CommandRun command(String... arguments) {
    return CommandRun.at(MorningShop.TEN, CommandRun.with(List.of(arguments), "--data", data));
  }

  private static PlatformClock clock() {
    return PlatformClock.of(
        new DataFolder(data).clock(), InstantSource.system(), new ThreadPause());
  }

  private static void killWhileSending(int sent) throws Exception {
    Outbox outbox;
    try (LocalPlatform platform = MorningShop.open(data, MorningShop.TEN)) {
      outbox = LocalMessages.outbox(platform);
    }
    RunningPlatform platform = RunningPlatform.start(data);
    while (outbox.list(Optional.empty()).size() < sent) {
      LockSupport.parkNanos(1_000_000);
    }
    platform.kill();
    assertThat(platform.exitValue()).as("killed, not ended").isEqualTo(137);
  }
}
