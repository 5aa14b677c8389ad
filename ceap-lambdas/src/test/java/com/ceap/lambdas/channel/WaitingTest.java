package com.ceap.lambdas.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.lambdas.channel.DeliveryResult.Waiting;
import com.ceap.lambdas.channel.ScheduledTouches.Scheduled;
import com.ceap.lambdas.queue.Disposition;
import com.ceap.model.CandidateKey;
import com.ceap.model.Customer;
import com.ceap.model.CustomerLedger.Send;
import com.ceap.model.DueTouch;
import com.ceap.model.LedgerEntry;
import com.ceap.model.MessageState;
import com.ceap.model.Subject;
import com.ceap.model.program.QuietHours;
import com.ceap.storage.RateLimit.Turn;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Pauses, quiet hours and rates: what must wait, and for how long. */
final class WaitingTest {
  @Test
  void whatIsPausedWaitsWithoutBeingReservedUntilItIsResumed() {
    Mailroom room = new Mailroom(ProgramDraft.carts());
    for (Optional<String> what : List.of(Optional.<String>empty(), Optional.of("email"))) {
      room.stores.controls().pause("carts", what);
      assertThat(room.deliver(room.touch(1)))
          .isEqualTo(new Disposition.Later(Duration.ofMinutes(1)));
      room.stores.controls().resume("carts", what);
    }
    assertThat(room.ledger().version()).isZero();
    assertThat(room.scheduled.all()).hasSize(1);
    assertThat(room.stage.report().later()).isEqualTo(Map.of(Waiting.PAUSED, 2L));
    assertThat(room.deliver(room.touch(1))).isEqualTo(Disposition.DONE);
    assertThat(room.handedOver).hasSize(1);
  }

  @Test
  void aPauseOfAnotherChannelHoldsNothing() {
    Mailroom room = new Mailroom(ProgramDraft.carts());
    room.stores.controls().pause("carts", Optional.of("sms"));
    assertThat(room.deliver(room.touch(1))).isEqualTo(Disposition.DONE);
  }

  @Test
  void whatIsPausedForTooLongIsLeftOut() {
    Mailroom room = new Mailroom(ProgramDraft.carts());
    room.stores.controls().pause("carts", Optional.empty());
    room.now = Mailroom.LEFT.plus(Duration.ofHours(14));
    assertThat(room.deliver(room.touch(1))).isEqualTo(Disposition.DONE);
    assertThat(room.record("email", 1).reason()).contains("TOO_LATE");
  }

  @Test
  void quietHoursPutItOffInTheCustomersOwnTime() {
    // The cart was left at noon in New York, so the message is due at 13:00.
    Mailroom room = new Mailroom(quiet("11:00", "15:00"));
    Instant end = Instant.parse("2026-03-02T20:00:00Z");
    assertThat(room.deliver(room.touch(1))).isEqualTo(Disposition.DONE);
    assertThat(room.handedOver).isEmpty();
    assertThat(room.stage.report().deferred()).isEqualTo(1);
    Scheduled deferred = new Scheduled(room.touch(1).deferred(), "email", end);
    assertThat(room.scheduled.all()).hasSize(2).contains(deferred);
    room.now = end;
    assertThat(room.deliver(deferred.touch())).isEqualTo(Disposition.DONE);
    assertThat(room.record("email", 1).state()).isEqualTo(MessageState.SENT);
  }

  @Test
  void aTimeOfDayIsWaitedForOnceTheDelayIsOver() {
    // Left at noon in New York: the delay is over at 13:00, and ten o'clock comes the next morning.
    Mailroom room =
        new Mailroom(new ProgramDraft("carts").channelAt("email", Duration.ofHours(1), "10:00"));
    Instant ten = Instant.parse("2026-03-03T15:00:00Z");
    room.deliver(room.touch(1));
    assertThat(room.handedOver).isEmpty();
    Scheduled deferred = new Scheduled(room.touch(1).deferred(), "email", ten);
    assertThat(room.scheduled.all()).containsExactly(deferred);
    room.now = ten.plus(Duration.ofHours(12));
    assertThat(room.deliver(deferred.touch())).isEqualTo(Disposition.DONE);
    assertThat(room.record("email", 1).state()).isEqualTo(MessageState.SENT);
  }

  @Test
  void latenessCountsFromTheTimeOfDay() {
    Mailroom room =
        new Mailroom(new ProgramDraft("carts").channelAt("email", Duration.ofHours(1), "10:00"));
    room.now = Instant.parse("2026-03-03T15:00:00Z").plus(Duration.ofHours(12)).plusMillis(1);
    room.deliver(room.touch(1));
    assertThat(room.record("email", 1).reason()).contains("TOO_LATE");
  }

  @Test
  void withoutAZoneInTheProfileTheMarketplaceHasOne() {
    Mailroom room = new Mailroom(quiet("19:00", "20:00"));
    CandidateKey german = new CandidateKey("C1", "carts", "DE", new Subject("cart", "CART-3"));
    room.customer(Customer.Status.ACTIVE, Optional.empty());
    room.candidate(german, Map.of());
    // 18:00 UTC is 19:00 in Berlin.
    room.deliver(room.touch(german, 1));
    assertThat(room.handedOver).isEmpty();
    room.deliver(room.touch(1));
    assertThat(room.handedOver).hasSize(1);
  }

  @Test
  void quietHoursBeyondTheLastMomentLeaveItOut() {
    ProgramDraft draft = quiet("11:00", "15:00");
    draft.maxLateness = "PT1H59M";
    Mailroom room = new Mailroom(draft);
    room.deliver(room.touch(1));
    assertThat(room.record("email", 1).reason()).contains("TOO_LATE");
    assertThat(room.scheduled.all()).hasSize(1);
  }

  @Test
  void aTouchThatIsPutOffTwiceHasTwoSchedules() {
    Mailroom room = new Mailroom(quiet("11:00", "15:00"));
    room.deliver(room.touch(1));
    DueTouch early = room.touch(1).deferred();
    room.deliver(early);
    assertThat(room.scheduled.all().stream().map(s -> s.touch().deferral()))
        .containsExactly(0, 1, 2);
  }

  @Test
  void whatExceedsTheRateWaitsAndNothingIsDropped() {
    ProgramDraft draft = ProgramDraft.carts();
    draft.messagesPerSecond = Optional.of(2);
    Mailroom room = new Mailroom(draft);
    for (int i = 0; i < 4; i++) {
      room.candidate(cart(i), Map.of());
    }
    assertThat(room.deliver(room.touch(cart(0), 1))).isEqualTo(Disposition.DONE);
    assertThat(room.deliver(room.touch(cart(1), 1)))
        .isEqualTo(new Disposition.Later(Duration.ofMillis(400)));
    assertThat(room.deliver(room.touch(cart(2), 1)))
        .isEqualTo(new Disposition.Later(Duration.ofMillis(900)));
    assertThat(room.ledger().sends()).hasSize(1);
    room.now = room.now.plusMillis(400);
    assertThat(room.deliver(room.touch(cart(1), 1))).isEqualTo(Disposition.DONE);
    room.now = room.now.plusMillis(500);
    assertThat(room.deliver(room.touch(cart(2), 1))).isEqualTo(Disposition.DONE);
    assertThat(room.handedOver).hasSize(3);
  }

  @Test
  void whatTheLedgerTurnsAwayTakesNobodysTurn() {
    ProgramDraft draft = ProgramDraft.carts().cap(Optional.empty(), 1, 24);
    draft.messagesPerSecond = Optional.of(1);
    Mailroom room = new Mailroom(draft);
    Instant earlier = room.now.minusSeconds(60);
    room.write(new LedgerEntry.Reserved(new Send("other", earlier, "q", "sms")));
    room.deliver(room.touch(1));
    assertThat(room.record("email", 1).reason()).contains("FREQUENCY_CAP_REACHED");
    assertThat(room.stores.rates().acquire("carts", 1)).isEqualTo(new Turn.Now());
  }

  private static CandidateKey cart(int number) {
    return new CandidateKey("C1", "carts", "US", new Subject("cart", "CART-R" + number));
  }

  private static ProgramDraft quiet(String from, String to) {
    ProgramDraft draft = ProgramDraft.carts();
    draft.quietHours = Optional.of(new QuietHours(LocalTime.parse(from), LocalTime.parse(to)));
    return draft;
  }
}
