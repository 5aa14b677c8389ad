package com.ceap.lambdas.jobs.cleanup;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.lambdas.jobs.JobRun;
import com.ceap.model.Attributes;
import com.ceap.model.Candidate;
import com.ceap.model.CandidateKey;
import com.ceap.model.Context;
import com.ceap.model.CustomerLedger.Send;
import com.ceap.model.ScoredCandidate;
import com.ceap.model.Subject;
import com.ceap.runtime.metrics.Measurement;
import com.ceap.runtime.metrics.Metric;
import com.ceap.storage.CeapTables;
import com.ceap.storage.Leftovers;
import com.ceap.storage.Outcome;
import com.ceap.storage.RunStamp;
import com.ceap.storage.Stores;
import com.ceap.storage.embedded.SqliteTables;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CleanupVerificationIT {
  private static final Duration LIFE = Duration.ofDays(7);

  @TempDir private Path folder;
  private Instant now = Instant.parse("2026-03-01T01:00:00Z");
  private final List<Measurement> measured = new ArrayList<>();
  private SqliteTables tables;
  private Stores stores;

  @BeforeEach
  void open() {
    tables = SqliteTables.open(folder.resolve("ceap.db"), () -> now);
    stores = Stores.on(tables, () -> now);
  }

  @AfterEach
  void close() {
    tables.close();
  }

  private static CandidateKey key(String customer) {
    return new CandidateKey(customer, "carts", "US", new Subject("cart", "K1"));
  }

  private void store(int customers) {
    List<ScoredCandidate> decisions =
        IntStream.range(0, customers)
            .mapToObj(
                i ->
                    new Candidate(
                        key("C" + i), Context.EMPTY, Attributes.EMPTY, List.of("email"), now))
            .map(
                candidate ->
                    new ScoredCandidate(
                        candidate, Attributes.EMPTY, List.of(), 0.5, OptionalInt.empty()))
            .toList();
    stores.candidates().storeAll(new RunStamp("r", LocalDate.EPOCH, now, LIFE), decisions);
  }

  private String run() {
    CleanupVerification job =
        new CleanupVerification(stores, new Leftovers(tables.sample()), measured::addAll);
    measured.clear();
    return job.run(new JobRun("cleanup-verification", Optional.empty(), now)).text();
  }

  @Test
  void whatExpiredLongAgoAndIsStillThereIsCountedByItsKind() {
    store(3);
    stores.dedup().claim("k", now, Duration.ofMinutes(1), now.plus(LIFE));
    now = now.plus(LIFE).plus(CleanupVerification.GRACE);
    assertThat(run()).startsWith("nothing is overdue; looked at ");

    now = now.plusSeconds(2);
    assertThat(run())
        .isEqualTo(
            "overdue in candidates: 6 of 6 looked at (candidates 3, index items 3); dedup: 1 of 1"
                + " looked at (dedup 1)");
    assertThat(measured)
        .contains(
            Metric.OVERDUE.of(6, "candidates"),
            Metric.OVERDUE.of(1, "dedup"),
            Metric.OVERDUE.of(0, "runs"),
            Metric.OVERDUE.of(7, Place.ALL));

    assertThat(tables.deleteExpired(CeapTables.CANDIDATES, now.minus(CleanupVerification.GRACE)))
        .isEqualTo(6);
    assertThat(run()).isEqualTo("overdue in dedup: 1 of 1 looked at (dedup 1)");
  }

  @Test
  void ledgersWithEntriesBeyondTheirRetentionAreCounted() {
    stores.ledgers().addSends(Map.of("C1", List.of(new Send("m", now, "carts", "email"))));
    now = now.plus(Stores.RETENTION).plus(CleanupVerification.GRACE).plusSeconds(1);
    assertThat(run())
        .isEqualTo("overdue in candidates: 1 of 1 looked at (ledgers with old entries 1)");
  }

  @Test
  void whatIsLeftOfErasedCustomersIsErasedAgainAndOfTheOthersNothing() {
    stores.erasures().erase("C1", now);
    stores.erasures().erase("C2", now);
    // As if it had been under way, as the writes of some stages may be.
    stores.outcomes().record(key("C1"), Outcome.DISMISSED, now.plusMillis(1), now.plus(LIFE));
    stores.outcomes().record(key("C3"), Outcome.DISMISSED, now, now.plus(LIFE));

    assertThat(run())
        .isEqualTo("overdue in erased-customers: 1 of 2 looked at (items erased again 1)");
    assertThat(run()).startsWith("nothing is overdue");
    assertThat(stores.candidates().find("C3").outcomes()).hasSize(1);
  }

  @Test
  void aLargeTableIsLookedAtInPlacesAndNeverAsAWhole() {
    store(CleanupVerification.SAMPLE);
    List<Integer> seen = new ArrayList<>();
    long about =
        tables.sample().forEach(CeapTables.CANDIDATES, 2_000, item -> seen.add(item.size()));
    assertThat(about).isEqualTo(2L * CleanupVerification.SAMPLE);
    assertThat(seen).hasSizeBetween(500, 2_000);
  }
}
