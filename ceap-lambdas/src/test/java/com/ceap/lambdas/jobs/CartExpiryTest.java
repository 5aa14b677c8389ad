package com.ceap.lambdas.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.lambdas.report.CartPrograms;
import com.ceap.model.Attributes;
import com.ceap.model.Candidate;
import com.ceap.model.CandidateKey;
import com.ceap.model.Context;
import com.ceap.model.ScoredCandidate;
import com.ceap.model.Subject;
import com.ceap.storage.Outcome;
import com.ceap.storage.RunStamp;
import com.ceap.storage.Stores;
import com.ceap.storage.embedded.MemoryTables;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class CartExpiryTest {
  private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");
  private static final Duration LIFE = Duration.ofDays(7);

  private final Stores stores = Stores.on(new MemoryTables(() -> NOON), () -> NOON);
  private final CartExpiry job = new CartExpiry(stores);

  @Test
  void cartsWhoseLifeEndsBeforeTheNextLookAreGivenUpOnce() {
    CandidateKey ends = cart("K1", NOON.minus(LIFE).plus(Duration.ofMinutes(30)), 80.0);
    CandidateKey lives = cart("K2", NOON.minus(LIFE).plus(Duration.ofMinutes(61)), 80.0);
    CandidateKey dear = cart("K3", NOON.minus(LIFE).plus(Duration.ofMinutes(59)), 5000.0);

    assertThat(run()).isEqualTo(new JobResult.Done("2 carts are given up"));
    assertThat(run()).isEqualTo(new JobResult.Done("0 carts are given up"));

    assertThat(outcome(ends)).contains(Outcome.EXPIRED);
    assertThat(outcome(dear)).contains(Outcome.EXPIRED);
    assertThat(outcome(lives)).isEmpty();
  }

  @Test
  void whatBecameOfACartSaysMoreThanThatItsTimeIsOver() {
    CandidateKey bought = cart("K1", NOON.minus(LIFE).plusSeconds(60), 80.0);
    CandidateKey later = cart("K2", NOON.minus(LIFE).plusSeconds(60), 80.0);
    stores.outcomes().record(bought, Outcome.CONVERTED, NOON, NOON.plus(LIFE));

    run();
    stores.outcomes().record(later, Outcome.EXITED, NOON.plusSeconds(9), NOON.plus(LIFE));

    assertThat(outcome(bought)).contains(Outcome.CONVERTED);
    assertThat(outcome(later)).contains(Outcome.EXITED);
  }

  private JobResult run() {
    return job.run(new JobRun("cart-expiry", Optional.of(CartPrograms.carts()), NOON));
  }

  private Optional<Outcome> outcome(CandidateKey key) {
    return Optional.ofNullable(stores.candidates().find(key.customerId()).outcomes().get(key));
  }

  private CandidateKey cart(String id, Instant left, double value) {
    CandidateKey key = new CandidateKey("C" + id, "carts", "US", new Subject("cart", id));
    Candidate candidate =
        new Candidate(
            key, Context.EMPTY, Attributes.of(Map.of("cart_value", value)), List.of("email"), left);
    stores
        .candidates()
        .storeAll(
            new RunStamp("r", LocalDate.ofInstant(left, ZoneOffset.UTC), left, LIFE),
            List.of(
                new ScoredCandidate(
                    candidate, Attributes.EMPTY, List.of(), 0.5, OptionalInt.empty())));
    return key;
  }
}
