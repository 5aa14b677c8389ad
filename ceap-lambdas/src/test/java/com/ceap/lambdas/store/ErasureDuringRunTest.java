package com.ceap.lambdas.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.lambdas.stage.RunKeys;
import com.ceap.model.Attributes;
import com.ceap.model.Candidate;
import com.ceap.model.CandidateKey;
import com.ceap.model.Context;
import com.ceap.model.ScoredCandidate;
import com.ceap.model.Subject;
import com.ceap.storage.Run;
import com.ceap.storage.Stores;
import com.ceap.storage.embedded.MemoryTables;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ErasureDuringRunTest {
  private static final LocalDate DAY = LocalDate.parse("2026-03-01");

  private Instant now = Instant.parse("2026-03-02T02:00:00Z");
  private final Stores stores = Stores.on(new MemoryTables(() -> now), () -> now);
  private final StoreStage stage =
      new StoreStage(
          stores.candidates(), stores.runs(), stores.erasures().log(), Duration.ofDays(7));

  private static ScoredCandidate decision(String customer, Instant at) {
    CandidateKey key = new CandidateKey(customer, "p", "US", new Subject("product", "P1"));
    Candidate candidate = new Candidate(key, Context.EMPTY, Attributes.EMPTY, List.of("email"), at);
    return new ScoredCandidate(candidate, Attributes.EMPTY, List.of(), 0.5, OptionalInt.empty());
  }

  @Test
  void whatARunHasStoredOfWhoWasErasedMeanwhileIsTakenBackAtItsEnd() {
    Run run = stage.begin(new RunKeys("p", "e1"), DAY, now);
    stores.erasures().erase("earlier", now.minusSeconds(9));
    now = now.plusSeconds(60);
    stores.erasures().erase("C1", now);
    stage.store(
        run,
        List.of(
            decision("C1", now.minusSeconds(600)),
            decision("C2", now.minusSeconds(600)),
            decision("earlier", now)));

    assertThat(stage.forget(run)).isEqualTo(1);

    assertThat(stores.candidates().find("C1").candidates()).isEmpty();
    assertThat(stores.candidates().find("C2").candidates()).hasSize(1);
    assertThat(stores.candidates().find("earlier").candidates()).hasSize(1);
    assertThat(stage.forget(run)).as("again").isZero();
  }

  @Test
  void whatHappenedSinceTheErasureIsStored() {
    stores.erasures().erase("C1", now);
    assertThat(stage.remembered().test(decision("C1", now))).isFalse();
    assertThat(stage.remembered().test(decision("C1", now.plusMillis(1)))).isTrue();
    assertThat(stage.remembered().test(decision("C2", now))).isTrue();
  }
}
