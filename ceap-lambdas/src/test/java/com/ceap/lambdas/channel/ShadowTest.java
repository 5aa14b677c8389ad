package com.ceap.lambdas.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.model.CandidateKey;
import com.ceap.model.CustomerLedger.Exit;
import com.ceap.model.CustomerLedger.Send;
import com.ceap.model.LedgerEntry;
import com.ceap.model.MessageState;
import com.ceap.model.Subject;
import com.ceap.storage.LedgerChange;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Shadow mode does everything but the sending. */
final class ShadowTest {
  private final Mailroom mailroom = new Mailroom(shadowed("v1"));

  @Test
  void theMessageIsMadeAndRecordedAndNeverHandedOver() {
    mailroom.deliver(mailroom.touch(1));
    assertThat(mailroom.composed).hasSize(1);
    assertThat(mailroom.handedOver).isEmpty();
    assertThat(mailroom.record("email", 1).state()).isEqualTo(MessageState.SHADOWED);
    assertThat(mailroom.ledger().sends()).isEmpty();
    assertThat(mailroom.stores.shadowLedgers().find("C1").send(mailroom.id("email", 1)))
        .isPresent();
    assertThat(mailroom.scheduled.all()).hasSize(1);
    assertThat(mailroom.stage.report().shadowed()).isEqualTo(1);
  }

  @Test
  void capsCountWhatWasSentAndWhatWouldHaveBeen() {
    CandidateKey other = new CandidateKey("C1", "carts", "US", new Subject("cart", "CART-2"));
    CandidateKey third = new CandidateKey("C1", "carts", "US", new Subject("cart", "CART-3"));
    mailroom.candidate(other, Map.of());
    mailroom.candidate(third, Map.of());
    mailroom.write(new LedgerEntry.Reserved(new Send("real", mailroom.now, "carts", "email")));
    mailroom.deliver(mailroom.touch(1));
    mailroom.deliver(mailroom.touch(other, 1));
    mailroom.deliver(mailroom.touch(third, 1));
    assertThat(mailroom.stage.report().shadowed()).isEqualTo(2);
    assertThat(mailroom.stage.report().suppressed()).containsEntry("FREQUENCY_CAP_REACHED", 1L);
  }

  @Test
  void whatTheCustomerWantsHoldsInShadowToo() {
    Optional<Subject> cart = Optional.of(Mailroom.KEY.subject());
    mailroom.write(new LedgerEntry.Exited(new Exit("carts", cart, "OrderPlaced", mailroom.now)));
    mailroom.deliver(mailroom.touch(1));
    assertThat(mailroom.record("email", 1).reason()).contains("EXITED");
  }

  @Test
  void endingShadowModeSendsNoBacklogAndWhatItShowedTakesNoUnits() {
    mailroom.deliver(mailroom.touch(1));
    CandidateKey other = new CandidateKey("C1", "carts", "US", new Subject("cart", "CART-2"));
    mailroom.candidate(other, Map.of());
    mailroom.programs.publish(ProgramDraft.carts().version("v2").build());
    mailroom.deliver(mailroom.touch(1));
    assertThat(mailroom.handedOver).isEmpty();
    mailroom.deliver(mailroom.touch(other, 1));
    assertThat(mailroom.handedOver).hasSize(1);
  }

  @Test
  void aTouchThatWasInterruptedInShadowIsShownAllTheSame() {
    mailroom
        .stores
        .shadowLedgers()
        .update(
            "C1",
            _ ->
                LedgerChange.of(
                    "",
                    new LedgerEntry.Reserved(
                        new Send(mailroom.id("email", 1), mailroom.now, "carts", "email"))));
    mailroom.deliver(mailroom.touch(1));
    assertThat(mailroom.record("email", 1).state()).isEqualTo(MessageState.SHADOWED);
  }

  @Test
  void aMessageThatWasReservedBeforeShadowModeBeganIsNotTakenForAShadow() {
    Mailroom room = new Mailroom(ProgramDraft.carts());
    room.write(
        new LedgerEntry.Reserved(
            new Send(
                room.id("email", 1), room.now, "carts", "email", "email", room.now, false, 1)));
    room.programs.publish(shadowed("v2").build());
    room.deliver(room.touch(1));
    assertThat(room.record("email", 1).state()).isEqualTo(MessageState.UNKNOWN);
  }

  private static ProgramDraft shadowed(String version) {
    return ProgramDraft.carts()
        .version(version)
        .cap(Optional.empty(), 3, 24)
        .channel("email", "email", Duration.ofHours(1), true, true, false);
  }
}
