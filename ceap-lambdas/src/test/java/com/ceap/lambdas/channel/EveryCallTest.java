package com.ceap.lambdas.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.channels.spi.Composition;
import com.ceap.channels.spi.Handover;
import com.ceap.lambdas.queue.Disposition;
import com.ceap.model.Consent;
import com.ceap.model.MessageState;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.storage.Versioned;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A delivery that is interrupted at each of its calls to the store in turn, and comes again. */
final class EveryCallTest {
  private static final List<Supplier<Throwable>> INTERRUPTIONS =
      List.of(Killed::new, () -> new CeapException(ErrorCode.STORE_UNAVAILABLE, "no answer"));

  /** Fails once, before or after the n-th call, counted from 1. */
  private static final class AtCall implements FaultyTables.Calls {
    private final int at;
    private final boolean afterwards;
    private final Supplier<Throwable> interruption;
    private boolean armed;
    private int calls;

    AtCall(int at, boolean afterwards, Supplier<Throwable> interruption) {
      this.at = at;
      this.afterwards = afterwards;
      this.interruption = interruption;
    }

    @Override
    public void before() {
      calls += armed ? 1 : 0;
      fail(!afterwards);
    }

    @Override
    public void after() {
      fail(afterwards);
    }

    private void fail(boolean here) {
      if (armed && here && calls == at) {
        armed = false;
        switch (interruption.get()) {
          case Killed killed -> throw killed;
          case CeapException e -> throw e;
          case Throwable other -> throw new IllegalStateException(other);
        }
      }
    }
  }

  @Test
  void aMessageThatTheProviderTakesIsHandedOverOnceAtMost() {
    everyCall(new Handover.Accepted("p"), Set.of(MessageState.SENT, MessageState.UNKNOWN), 4);
  }

  /** Of a customer without a ledger no record is looked for. */
  @Test
  void theFirstMessageOfACustomerIsHandedOverOnceAtMost() {
    everyCall(
        EveryCallTest::newcomer,
        new Handover.Accepted("p"),
        Set.of(MessageState.SENT, MessageState.UNKNOWN),
        3);
  }

  @Test
  void aMessageThatTheProviderRefusesIsHandedOverOnceAtMost() {
    everyCall(
        new Handover.Refused("REFUSED", "It is none.", true),
        Set.of(MessageState.FAILED, MessageState.UNKNOWN),
        5);
  }

  @Test
  void aMessageThatIsTurnedAwayIsNeverHandedOver() {
    int calls = 0;
    for (boolean done = false; !done; calls++) {
      for (boolean afterwards : List.of(false, true)) {
        for (Supplier<Throwable> interruption : INTERRUPTIONS) {
          AtCall call = new AtCall(calls + 1, afterwards, interruption);
          Mailroom room = room(call, new Handover.Accepted("p"));
          room.composer = _ -> new Composition.NotComposed("NO", "No.");
          done = live(room, call);
          assertThat(room.handedOver).isEmpty();
          assertThat(room.record("email", 1).state()).isEqualTo(MessageState.SUPPRESSED);
        }
      }
    }
    assertThat(calls).isGreaterThan(2);
  }

  private static void everyCall(Handover answer, Set<MessageState> ends, int atLeast) {
    everyCall(EveryCallTest::room, answer, ends, atLeast);
  }

  private static void everyCall(
      BiFunction<AtCall, Handover, Mailroom> rooms,
      Handover answer,
      Set<MessageState> ends,
      int atLeast) {
    int calls = 0;
    for (boolean done = false; !done; calls++) {
      for (boolean afterwards : List.of(false, true)) {
        for (Supplier<Throwable> interruption : INTERRUPTIONS) {
          AtCall call = new AtCall(calls + 1, afterwards, interruption);
          Mailroom room = rooms.apply(call, answer);
          done = live(room, call);
          assertThat(room.handedOver).hasSizeLessThan(2);
          assertThat(room.record("email", 1).state()).isIn(ends);
        }
      }
    }
    assertThat(calls).isGreaterThan(atLeast);
  }

  /** With a customer of whom there is a ledger. */
  private static Mailroom room(AtCall call, Handover answer) {
    Mailroom room = newcomer(call, answer);
    Consent consent = new Consent(Mailroom.KEY.customerId(), "another", Consent.ALL, false);
    room.stores.ledgers().importConsents(List.of(new Versioned<>(consent, Mailroom.LEFT)));
    return room;
  }

  private static Mailroom newcomer(AtCall call, Handover answer) {
    Mailroom room = new Mailroom(tables -> new FaultyTables(tables, call), ProgramDraft.carts());
    room.provider = _ -> answer;
    call.armed = true;
    return room;
  }

  /** Delivers until it is done; answers whether there was no such call. */
  private static boolean live(Mailroom room, AtCall call) {
    Disposition disposition = new Disposition.Later(Duration.ZERO);
    for (int i = 0; i < 10 && !disposition.equals(Disposition.DONE); i++) {
      try {
        disposition = room.deliver(room.touch(1));
      } catch (Killed _) {
        assertThat(call.armed).isFalse();
      }
      room.now = room.now.plus(Duration.ofMinutes(6));
    }
    assertThat(disposition).isEqualTo(Disposition.DONE);
    assertThat(room.scheduled.all()).hasSize(1);
    return call.armed;
  }
}
