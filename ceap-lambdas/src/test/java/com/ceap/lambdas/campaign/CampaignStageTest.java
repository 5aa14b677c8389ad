package com.ceap.lambdas.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.lambdas.queue.Disposition;
import com.ceap.lambdas.queue.QueueMessage;
import com.ceap.model.error.ErrorCode;
import com.ceap.storage.Campaign;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CampaignStageTest {
  private static final Instant TEN = Instant.parse("2026-01-18T15:00:00Z");

  private final CampaignRoom room = new CampaignRoom();
  private final CampaignStage stage = new CampaignStage(room.sending, () -> room.now, 4);

  private static QueueMessage message(String body) {
    return new QueueMessage("q", body, 1);
  }

  @Test
  void aPartComesBackAtItsTimeAndEnds() {
    room.customer("A", "America/New_York");
    room.candidate("r1", "A", "P1", 0.9);
    Campaign campaign = room.frozen("r1");
    QueueMessage part = message(new PartRef(campaign.key(), 1).json());
    assertThat(stage.handle(List.of(part)))
        .containsExactly(new Disposition.Later(Duration.between(room.now, TEN)));
    room.now = TEN;
    assertThat(stage.handle(List.of(part, part)))
        .containsExactly(Disposition.DONE, Disposition.DONE);
    assertThat(stage.handle(List.of(part))).containsExactly(Disposition.DONE);
    assertThat(room.handedOver).hasSize(1);
    assertThat(stage.report().sent()).isEqualTo(1);
  }

  @Test
  void whatIsNoPartIsADeadLetter() {
    assertThat(stage.handle(List.of(message("[]"))).getFirst())
        .isInstanceOfSatisfying(
            Disposition.Dead.class,
            dead -> assertThat(dead.code()).isEqualTo(ErrorCode.EVENT_INVALID));
  }
}
