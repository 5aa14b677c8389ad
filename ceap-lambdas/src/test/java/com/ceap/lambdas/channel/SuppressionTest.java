package com.ceap.lambdas.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceap.lambdas.queue.Disposition;
import com.ceap.model.CandidateKey;
import com.ceap.model.Consent;
import com.ceap.model.Customer;
import com.ceap.model.CustomerLedger.Exit;
import com.ceap.model.CustomerLedger.Send;
import com.ceap.model.CustomerLedger.Suppression;
import com.ceap.model.LedgerEntry;
import com.ceap.model.MessageState;
import com.ceap.model.Subject;
import com.ceap.model.error.ErrorCode;
import com.ceap.storage.Outcome;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What turns a touch away, and whether its journey goes on. */
final class SuppressionTest {
  private final Mailroom mailroom = new Mailroom(ProgramDraft.carts());

  @Test
  void anExitTurnsItAwayAndEndsTheJourney() {
    mailroom.write(new LedgerEntry.Exited(exit()));
    assertSuppressed(mailroom, SuppressReason.EXITED);
    assertThat(mailroom.scheduled.all()).isEmpty();
  }

  @Test
  void anOptOutOfTheWholeProgramEndsTheJourney() {
    mailroom.write(optOut(Consent.ALL, Consent.ALL));
    assertSuppressed(mailroom, SuppressReason.OPTED_OUT);
    assertThat(mailroom.scheduled.all()).isEmpty();
  }

  @Test
  void anOptOutOfTheChannelLeavesTheOthers() {
    mailroom.write(optOut("carts", "email"));
    assertSuppressed(mailroom, SuppressReason.OPTED_OUT);
    assertThat(mailroom.scheduled.all()).hasSize(1);
  }

  @Test
  void aClosedChannelLeavesTheOthers() {
    mailroom.write(new LedgerEntry.Closed(new Suppression("email", "BOUNCED", mailroom.now)));
    assertSuppressed(mailroom, SuppressReason.CHANNEL_SUPPRESSED);
    assertThat(mailroom.scheduled.all()).hasSize(1);
  }

  @Test
  void aFullCapTurnsItAwayAndTheNextTouchComesAllTheSame() {
    Mailroom room = new Mailroom(ProgramDraft.carts().cap(Optional.empty(), 1, 24));
    room.write(new LedgerEntry.Reserved(new Send("other", room.now, "q", "sms")));
    assertSuppressed(room, SuppressReason.FREQUENCY_CAP_REACHED);
    assertThat(room.scheduled.all()).hasSize(1);
  }

  @Test
  void aConversionTurnsAwayOnlyChannelsForThoseWithoutOne() {
    ProgramDraft draft =
        new ProgramDraft("carts")
            .channel("email", "email", Duration.ofHours(1), true, false, true)
            .channel("sms", "sms", Duration.ofHours(1));
    Mailroom room = new Mailroom(draft);
    room.stores
        .outcomes()
        .record(Mailroom.KEY, Outcome.CONVERTED, room.now, room.now.plusSeconds(99_999));
    assertSuppressed(room, SuppressReason.CONVERTED);
    assertThat(room.scheduled.all()).hasSize(1);
    assertThat(room.deliver(room.touch(2))).isEqualTo(Disposition.DONE);
    assertThat(room.record("sms", 2).state()).isEqualTo(MessageState.SENT);
  }

  @Test
  void aCustomerNobodyKnowsIsNotWrittenTo() {
    Mailroom room = new Mailroom(ProgramDraft.carts());
    CandidateKey key = new CandidateKey("C9", "carts", "US", Mailroom.KEY.subject());
    room.candidate(key, Map.of());
    assertThat(room.deliver(room.touch(key, 1))).isEqualTo(Disposition.DONE);
    assertThat(room.handedOver).isEmpty();
    assertThat(room.stage.report().suppressed()).containsEntry("CUSTOMER_UNKNOWN", 1L);
  }

  @Test
  void aCustomerWhoIsNotActiveIsNotWrittenTo() {
    mailroom.customer(Customer.Status.CLOSED, Optional.empty());
    assertSuppressed(mailroom, SuppressReason.CUSTOMER_INACTIVE);
    assertThat(mailroom.scheduled.all()).hasSize(1);
  }

  @Test
  void aProgramThatIsSwitchedOffOrGoneSendsNothing() {
    ProgramDraft off = ProgramDraft.carts().version("v2");
    off.enabled = false;
    mailroom.programs.publish(off.build());
    assertSuppressed(mailroom, SuppressReason.PROGRAM_DISABLED);
    mailroom.programs.remove("carts");
    mailroom.now = Mailroom.LEFT.plus(Duration.ofHours(24));
    mailroom.deliver(mailroom.touch(2));
    assertThat(mailroom.record("sms", 2).reason()).contains("PROGRAM_DISABLED");
  }

  @Test
  void aChannelThatTheNewestVersionHasSwitchedOffSendsNothing() {
    mailroom.programs.publish(
        ProgramDraft.carts()
            .version("v2")
            .channel("email", "email", Duration.ofHours(1), false, false, false)
            .build());
    assertSuppressed(mailroom, SuppressReason.CHANNEL_DISABLED);
    assertThat(mailroom.scheduled.all()).hasSize(1);
  }

  @Test
  void aTouchThatComesTooLateIsLeftOutAndTheNextOneComes() {
    mailroom.now = Mailroom.LEFT.plus(Duration.ofHours(13)).plusNanos(1);
    assertSuppressed(mailroom, SuppressReason.TOO_LATE);
    assertThat(mailroom.scheduled.all()).hasSize(1);
  }

  @Test
  void aTouchOfTheLastMomentGoesOut() {
    mailroom.now = Mailroom.LEFT.plus(Duration.ofHours(13));
    mailroom.deliver(mailroom.touch(1));
    assertThat(mailroom.record("email", 1).state()).isEqualTo(MessageState.SENT);
  }

  @Test
  void aCandidateThatIsNotStoredIsAwaitedAndThenGivenUp() {
    CandidateKey key = new CandidateKey("C1", "carts", "US", new Subject("cart", "CART-9"));
    Disposition awaited =
        new Disposition.Retry(
            ErrorCode.CLAIM_HELD, "the candidate of a due touch is not stored, or not yet");
    assertThat(mailroom.deliver(mailroom.touch(key, 1), 1)).isEqualTo(awaited);
    assertThat(mailroom.deliver(mailroom.touch(key, 1), 2)).isEqualTo(awaited);
    assertThat(mailroom.deliver(mailroom.touch(key, 1), 3)).isEqualTo(Disposition.DONE);
    assertThat(mailroom.stage.report().suppressed()).containsEntry("CANDIDATE_GONE", 1L);
    assertThat(mailroom.scheduled.all()).isEmpty();
  }

  @Test
  void anExpiredCandidateEndsTheJourney() {
    mailroom.now = Mailroom.LEFT.plus(Duration.ofDays(7));
    mailroom.deliver(mailroom.touch(3), 3);
    assertThat(mailroom.record("push", 3).reason()).contains("CANDIDATE_GONE");
  }

  @Test
  void anExitThatComesAfterAMessageWasReservedChangesNothingAboutIt() {
    mailroom.provider =
        _ -> {
          throw new Killed();
        };
    assertThatKilled(() -> mailroom.deliver(mailroom.touch(1)));
    mailroom.write(new LedgerEntry.Exited(exit()));
    mailroom.now = mailroom.now.plus(Duration.ofMinutes(6));
    mailroom.deliver(mailroom.touch(1));
    assertThat(mailroom.record("email", 1).state()).isEqualTo(MessageState.UNKNOWN);
  }

  private static void assertThatKilled(Runnable work) {
    assertThatThrownBy(work::run).isInstanceOf(Killed.class);
  }

  private static void assertSuppressed(Mailroom room, SuppressReason reason) {
    assertThat(room.deliver(room.touch(1))).isEqualTo(Disposition.DONE);
    assertThat(room.handedOver).isEmpty();
    assertThat(room.record("email", 1).state()).isEqualTo(MessageState.SUPPRESSED);
    assertThat(room.record("email", 1).reason()).contains(reason.name());
    assertThat(room.ledger().send(room.id("email", 1))).isEmpty();
  }

  private Exit exit() {
    Optional<Subject> cart = Optional.of(Mailroom.KEY.subject());
    return new Exit("carts", cart, "OrderPlaced", mailroom.now);
  }

  private LedgerEntry optOut(String program, String channel) {
    return new LedgerEntry.Consented(new Consent("C1", program, channel, true), mailroom.now);
  }
}
