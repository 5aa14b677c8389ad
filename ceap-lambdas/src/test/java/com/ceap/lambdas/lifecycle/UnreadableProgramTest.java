package com.ceap.lambdas.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.lambdas.queue.Disposition;
import com.ceap.model.CandidateKey;
import com.ceap.model.Consent;
import com.ceap.model.error.ErrorCode;
import com.ceap.model.program.Program;
import com.ceap.storage.Outcome;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One of two programs is published in a version that nobody can read. */
class UnreadableProgramTest {
  private static final Instant ONE = Shop.NOON.plus(Duration.ofHours(1));
  private static final CandidateKey CART = Shop.key("C1", "carts", "K1");
  private static final CandidateKey LOST = Shop.key("C1", "lost", "K1");
  private static final Disposition AGAIN =
      new Disposition.Retry(ErrorCode.PROGRAM_UNREADABLE, "lost cannot be read");

  private final Program lost = Programs.carts("lost");
  private final Shop shop = new Shop(Programs.carts("carts"), lost);

  @BeforeEach
  void breakOne() {
    shop.candidate(CART, Shop.NOON, "P1");
    shop.candidate(LOST, Shop.NOON, "P1");
    shop.programs.unreadable("lost");
  }

  @Test
  void anExitEndsTheOthersJourneyAtOnceAndComesAgainForIts() {
    String emptied = Published.emptied("C1", "K1", ONE);

    assertThat(shop.publish(emptied)).isEqualTo(AGAIN);
    assertThat(shop.outcome(CART)).isEqualTo(Outcome.EXITED);
    assertThat(shop.outcome(LOST)).isNull();

    shop.programs.readable(lost);
    assertThat(shop.publish(emptied)).isEqualTo(Disposition.DONE);
    assertThat(shop.outcome(LOST)).isEqualTo(Outcome.EXITED);
    assertThat(shop.ledger("C1").exits()).hasSize(2);
  }

  @Test
  void anOrderStopsWhatIsToBeSentAtOnceAndIsCreditedOnceAllCanBeAsked() {
    String order = Published.order("C1", "O1", ONE, "K1");

    assertThat(shop.publish(order)).isEqualTo(AGAIN);
    assertThat(shop.ledger("C1").exit(CART, Shop.NOON)).isPresent();
    assertThat(shop.conversion(CART)).as("may belong to the other program").isNull();

    shop.programs.readable(lost);
    assertThat(shop.publish(order)).isEqualTo(Disposition.DONE);
    assertThat(shop.conversion(CART) == null ? shop.conversion(LOST) : shop.conversion(CART))
        .isNotNull();
  }

  @Test
  void anOptOutHoldsAtOnceForEveryProgram() {
    assertThat(shop.publish(Published.optedOut("C1", Consent.ALL, Consent.ALL, true, ONE)))
        .isEqualTo(AGAIN);
    assertThat(shop.ledger("C1").optedOut("lost", "email")).isTrue();
    assertThat(shop.outcome(CART)).isEqualTo(Outcome.EXITED);
  }

  @Test
  void whatDoesNotConcernItIsDone() {
    assertThat(shop.publish(Published.optedOut("C1", "carts", Consent.ALL, true, ONE)))
        .isEqualTo(Disposition.DONE);
    assertThat(shop.publish(Published.optedOut("C1", "lost", "sms", true, ONE)))
        .as("ends no journey")
        .isEqualTo(Disposition.DONE);
    assertThat(shop.ledger("C1").optedOut("lost", "sms")).isTrue();
  }
}
