package com.ceap.lambdas.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceap.lambdas.queue.Disposition;
import com.ceap.model.MessageState;
import com.ceap.model.error.ErrorCode;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What becomes of a message whose sender died. */
final class LeaseTest {
  private final Mailroom mailroom = new Mailroom(ProgramDraft.carts());

  @Test
  void whileItsLeaseIsAliveItIsLeftAlone() {
    die();
    mailroom.now = mailroom.now.plus(Duration.ofMinutes(4));
    assertThat(mailroom.deliver(mailroom.touch(1)))
        .isEqualTo(new Disposition.Later(Duration.ofMinutes(1)));
    assertThat(mailroom.handedOver).hasSize(1);
  }

  @Test
  void onceItsLeaseIsOverItIsUnknownAndKeepsItsUnit() {
    die();
    mailroom.now = mailroom.now.plus(Duration.ofMinutes(5));
    assertThat(mailroom.deliver(mailroom.touch(1))).isEqualTo(Disposition.DONE);
    assertThat(mailroom.record("email", 1).state()).isEqualTo(MessageState.UNKNOWN);
    assertThat(mailroom.record("email", 1).reason()).contains("LEASE_OVER");
    assertThat(mailroom.handedOver).hasSize(1);
    assertThat(mailroom.ledger().sends()).noneMatch(send -> send.released());
  }

  @Test
  void theSweeperEndsWhatWasReservedAndSendsNothing() {
    die();
    assertThat(mailroom.sweep(mailroom.touch(1)))
        .isEqualTo(new Disposition.Later(Duration.ofMinutes(5)));
    mailroom.now = mailroom.now.plus(Duration.ofMinutes(5));
    assertThat(mailroom.sweep(mailroom.touch(1))).isEqualTo(Disposition.DONE);
    assertThat(mailroom.record("email", 1).state()).isEqualTo(MessageState.UNKNOWN);
    assertThat(mailroom.sweep(mailroom.touch(1))).isEqualTo(Disposition.DONE);
    assertThat(mailroom.handedOver).hasSize(1);
  }

  @Test
  void whatWasNeverReservedStaysADeadLetterThatMayBeReplayed() {
    assertThat(mailroom.sweep(mailroom.touch(1)))
        .isEqualTo(
            new Disposition.Dead(
                ErrorCode.ARGUMENT_INVALID, "the touch was never reserved; it may be replayed"));
    assertThat(mailroom.handedOver).isEmpty();
    mailroom.deliver(mailroom.touch(1));
    assertThat(mailroom.record("email", 1).state()).isEqualTo(MessageState.SENT);
  }

  private void die() {
    mailroom.provider =
        _ -> {
          throw new Killed();
        };
    assertThatThrownBy(() -> mailroom.deliver(mailroom.touch(1))).isInstanceOf(Killed.class);
  }
}
