package com.ceap.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.model.CustomerLedger.Exit;
import com.ceap.model.CustomerLedger.Suppression;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CustomerLedgerTest {
  private static final Instant LEFT = Instant.parse("2026-11-21T10:00:00Z");
  private static final Subject CART = new Subject("cart", "CART-1");
  private static final CandidateKey KEY = new CandidateKey("C1", "carts", "US", CART);

  @Test
  void anExitOfTheSubjectEndsItsJourneyWheneverItHappened() {
    assertThat(exited(new Exit("carts", Optional.of(CART), "OrderPlaced", LEFT.minusSeconds(60))))
        .isTrue();
  }

  @Test
  void anExitOfAnotherSubjectOrProgramEndsNothing() {
    Subject other = new Subject("cart", "CART-2");

    assertThat(exited(new Exit("carts", Optional.of(other), "OrderPlaced", LEFT))).isFalse();
    assertThat(exited(new Exit("reviews", Optional.of(CART), "OrderPlaced", LEFT))).isFalse();
  }

  @Test
  void anExitOfEverySubjectEndsThoseThatBeganBefore() {
    assertThat(exited(new Exit("carts", Optional.empty(), "OrderPlaced", LEFT))).isTrue();
    assertThat(exited(new Exit("carts", Optional.empty(), "OrderPlaced", LEFT.minusSeconds(1))))
        .isFalse();
  }

  @Test
  void aSuppressionClosesItsKindOfChannelAlone() {
    CustomerLedger ledger =
        new CustomerLedger(
            "C1",
            1,
            List.of(),
            List.of(new Suppression("email", "BOUNCED", LEFT)),
            List.of(),
            List.of(),
            List.of());

    assertThat(ledger.suppression("email").map(Suppression::reason)).contains("BOUNCED");
    assertThat(ledger.suppression("sms")).isEmpty();
  }

  private static boolean exited(Exit exit) {
    CustomerLedger ledger =
        new CustomerLedger("C1", 1, List.of(), List.of(), List.of(exit), List.of(), List.of());
    return ledger.exit(KEY, LEFT).isPresent();
  }
}
