package com.ceap.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceap.model.Attributes;
import com.ceap.model.Candidate;
import com.ceap.model.CandidateKey;
import com.ceap.model.Consent;
import com.ceap.model.Context;
import com.ceap.model.CustomerLedger.Purchase;
import com.ceap.model.ScoredCandidate;
import com.ceap.model.Subject;
import com.ceap.storage.Outcome;
import com.ceap.storage.RunStamp;
import com.ceap.storage.Stores;
import com.ceap.storage.Versioned;
import com.ceap.storage.embedded.SqliteTables;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CandidateServingIT {
  private static final Instant START = Instant.parse("2026-03-02T02:00:00Z");
  @TempDir Path folder;
  private Instant now = START;
  private SqliteTables tables;
  private Stores stores;

  @BeforeEach
  void open() {
    tables = SqliteTables.open(folder.resolve("ceap.db"), () -> now);
    stores = Stores.on(tables, () -> now);
    store("C1", "P1", 0.4, "email", "in-app");
    store("C1", "P2", 0.9, "in-app");
    store("C1", "P3", 0.6, "email");
    store("C10", "P1", 1.0, "in-app");
  }

  @AfterEach
  void close() {
    tables.close();
  }

  @Test
  void aCustomerSeesTheirOwnBestFirst() {
    assertThat(products("in-app", 0, 10)).containsExactly("P2", "P1");
    assertThat(products("email", 0, 10)).containsExactly("P3", "P1");
    assertThat(products("email", 0.5, 10)).containsExactly("P3");
  }

  @Test
  void theLimitCountsWhatMayBeShown() {
    dismiss("P2");
    assertThat(products("in-app", 0, 1)).containsExactly("P1");
  }

  @Test
  void optedOutChannelsShowNothing() {
    stores
        .ledgers()
        .importConsents(List.of(new Versioned<>(new Consent("C1", "reco", "in-app", true), START)));
    assertThat(products("in-app", 0, 10)).isEmpty();
    assertThat(products("email", 0, 10)).containsExactly("P3", "P1");
  }

  @Test
  void whatWasBoughtSinceIsNotShown() {
    stores
        .ledgers()
        .addPurchases(
            Map.of(
                "C1", List.of(new Purchase(new Subject("product", "P2"), START.plusSeconds(9)))));
    assertThat(products("in-app", 0, 10)).containsExactly("P1");
  }

  @Test
  void whatHasExpiredIsNotShown() {
    now = START.plus(Duration.ofDays(7)).plusSeconds(1);
    assertThat(products("in-app", 0, 10)).isEmpty();
  }

  @Test
  void aLimitOutOfRangeIsRefused() {
    assertThatThrownBy(() -> products("in-app", 0, 0))
        .hasMessage("limit must lie in 1..1000, was 0");
  }

  private List<String> products(String channel, double minScore, int limit) {
    CustomerQuery query =
        new CustomerQuery(
            "C1", Optional.empty(), Optional.of(channel), Optional.empty(), minScore, limit);
    return new CandidateServing(stores.candidates())
        .forCustomer(query).stream().map(c -> c.decision().key().subject().id()).toList();
  }

  private void dismiss(String product) {
    stores.outcomes().record(key("C1", product), Outcome.DISMISSED, now, now.plusSeconds(99_999));
  }

  private static CandidateKey key(String customer, String product) {
    return new CandidateKey(customer, "reco", "US", new Subject("product", product));
  }

  private void store(String customer, String product, double score, String... channels) {
    Candidate candidate =
        new Candidate(
            key(customer, product), Context.EMPTY, Attributes.EMPTY, List.of(channels), START);
    stores
        .candidates()
        .storeAll(
            new RunStamp("r1", LocalDate.parse("2026-03-01"), START, Duration.ofDays(7)),
            List.of(
                new ScoredCandidate(
                    candidate, Attributes.EMPTY, List.of(), score, OptionalInt.empty())));
  }
}
