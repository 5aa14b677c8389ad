package com.ceap.storage;

import static com.ceap.storage.CeapTables.CANDIDATES;
import static com.ceap.storage.CeapTables.PROGRAM_CHANNEL_SCORE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceap.model.Candidate;
import com.ceap.model.CandidateKey;
import com.ceap.model.ScoredCandidate;
import com.ceap.model.Subject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the candidates keep to on every store. */
abstract class CandidatesContract extends StoreContract {

  private static final LocalDate DATE = LocalDate.parse("2026-11-19");
  private static final List<String> MARKETPLACES = List.of("US", "DE");

  private final long seed = 20261120;
  private final SplittableRandom random = new SplittableRandom(seed);
  private CandidateRepository candidates;
  private OutcomeRepository outcomes;

  CandidatesContract(EveryStore place) {
    super(place);
  }

  @BeforeEach
  void openStores() {
    Stores stores = Stores.on(tables, clock, 3);
    candidates = stores.candidates();
    outcomes = stores.outcomes();
  }

  @Test
  void aDecisionComesBackAsItWasStored() {
    List<ScoredCandidate> decisions = Samples.decisions(random, "p#1", 60);
    RunStamp run = run("r1");
    candidates.storeAll(run, decisions);
    for (ScoredCandidate decision : decisions) {
      StoredCandidate expected = new StoredCandidate(decision, "r1", DATE, run.at(), run.expires());
      assertThat(candidates.find(decision.key())).as("seed %d", seed).contains(expected);
    }
  }

  @Test
  void aChannelsIndexGivesExactlyTheMatchingCandidatesInScoreOrderAcrossShardsAndPages() {
    List<ScoredCandidate> decisions = Samples.decisions(random, "p", 150);
    candidates.storeAll(run("r1"), decisions);
    settle();
    for (String channel : List.of("email", "push#1", "sms")) {
      List<ScoredCandidate> found = top(channel, 0.3, 7);
      assertThat(found)
          .as("seed %d, channel %s", seed, channel)
          .containsExactlyInAnyOrderElementsOf(
              decisions.stream()
                  .filter(d -> d.candidate().channels().contains(channel) && d.score() >= 0.3)
                  .toList())
          .isSortedAccordingTo(Comparator.comparingDouble(ScoredCandidate::score).reversed());
      assertThat(top(channel, 0.3, 1000)).isEqualTo(found);
    }
  }

  @Test
  void theCategoryIndexGivesExactlyTheMatchingCandidatesNewestFirst() {
    List<ScoredCandidate> all = Samples.decisions(random, "p", 90);
    for (int day = 0; day < 3; day++) {
      RunStamp run = Samples.run("r" + day, DATE.plusDays(day), clock.instant());
      candidates.storeAll(run, all.subList(day * 30, day * 30 + 30));
    }
    settle();
    List<StoredCandidate> found = new ArrayList<>();
    Cursor cursor = Cursor.START;
    while (!cursor.ended()) {
      CandidatePage page =
          candidates.byCategory(
              "p", MARKETPLACES, "a#b", DATE.plusDays(1), DATE.plusDays(2), 5, cursor);
      found.addAll(page.candidates());
      cursor = page.next();
    }
    assertThat(found.stream().map(StoredCandidate::decision))
        .as("seed %d", seed)
        .containsExactlyInAnyOrderElementsOf(
            all.subList(30, 90).stream()
                .filter(d -> d.candidate().context("category").orElseThrow().equals("a#b"))
                .toList());
    assertThat(found)
        .isSortedAccordingTo(Comparator.comparing(StoredCandidate::businessDate).reversed());
  }

  @Test
  void aChannelThatACandidateHasLostNoLongerFindsIt() {
    ScoredCandidate before = decision("C1", "P1", 0.5, List.of("email", "push"));
    ScoredCandidate after = decision("C1", "P1", 0.9, List.of("push"));
    candidates.storeAll(run("r1"), List.of(before));
    candidates.storeAll(run("r2"), List.of(after));
    settle();
    assertThat(top("email", 0, 10)).isEmpty();
    assertThat(top("push", 0, 10)).containsExactly(after);
    assertThat(top("push", 0.95, 10)).isEmpty();
  }

  @Test
  void storingTwiceChangesNothingAndTwoProgramsDoNotDisturbEachOther() {
    ScoredCandidate mine = decision("C1", "P1", 0.5, List.of("email"));
    CandidateKey key = new CandidateKey("C1", "p#", "US", mine.key().subject());
    ScoredCandidate others = Samples.decision(random, key);
    candidates.storeAll(run("r1"), List.of(mine));
    candidates.storeAll(run("r9"), List.of(others));
    candidates.storeAll(run("r1"), List.of(mine));
    settle();
    assertThat(candidates.find("C1").candidates()).hasSize(2);
    assertThat(candidates.find(mine.key()).orElseThrow().decision()).isEqualTo(mine);
    assertThat(candidates.find(key).orElseThrow().decision()).isEqualTo(others);
    assertThat(top("email", 0, 10)).containsExactly(mine);
  }

  @Test
  void aCustomerFindsOnlyTheirOwnCandidatesBestFirst() {
    ScoredCandidate low = decision("C1", "P1", 0.2, List.of("email"));
    ScoredCandidate high = decision("C1", "P#2", 0.8, List.of("email", "push"));
    candidates.storeAll(run("r1"), List.of(low, high, decision("C10", "P1", 1, List.of())));
    CustomerCandidates found = candidates.find("C1");
    assertThat(found.candidates().stream().map(StoredCandidate::decision))
        .containsExactly(high, low);
    assertThat(found.ledger().version()).isZero();
    assertThat(candidates.find("C").candidates()).isEmpty();
  }

  @Test
  void whatHasExpiredIsNeverFound() {
    ScoredCandidate decision = decision("C1", "P1", 0.5, List.of("email"));
    candidates.storeAll(run("r1"), List.of(decision));
    settle();
    clock.advance(Duration.ofDays(7).minusSeconds(1));
    assertThat(top("email", 0, 10)).hasSize(1);
    clock.advance(Duration.ofSeconds(1));
    assertThat(top("email", 0, 10)).isEmpty();
    assertThat(candidates.find(decision.key())).isEmpty();
    assertThat(candidates.find("C1").candidates()).isEmpty();
  }

  @Test
  void anOutcomeOnlyMovesForwardAndOutlivesANewDecision() {
    ScoredCandidate decision = decision("C1", "P1", 0.5, List.of("email"));
    Instant expires = clock.instant().plus(Duration.ofDays(30));
    assertThat(outcomes.record(decision.key(), Outcome.CONSUMED, clock.instant(), expires))
        .isTrue();
    assertThat(outcomes.record(decision.key(), Outcome.CONSUMED, clock.instant(), expires))
        .isFalse();
    assertThat(outcomes.record(decision.key(), Outcome.DISMISSED, clock.instant(), expires))
        .isFalse();
    assertThat(outcomes.record(decision.key(), Outcome.CONVERTED, clock.instant(), expires))
        .isTrue();
    candidates.storeAll(run("r2"), List.of(decision));
    assertThat(candidates.find("C1").outcomes()).containsEntry(decision.key(), Outcome.CONVERTED);
  }

  @Test
  void aCursorOfAnotherQueryOrADamagedOneIsRefused() {
    candidates.storeAll(run("r1"), Samples.decisions(random, "p", 40));
    settle();
    Cursor cursor = candidates.top("p", MARKETPLACES, "email", 0, 2, Cursor.START).next();
    assertThatThrownBy(() -> candidates.top("p", List.of("US"), "email", 0, 2, cursor))
        .hasMessage("the cursor belongs to another query: it has 6 positions, this query needs 3");
    assertThatThrownBy(() -> Cursor.parse("xyz!", CANDIDATES, PROGRAM_CHANNEL_SCORE))
        .hasMessage("the cursor is damaged: begin again without one");
  }

  private List<ScoredCandidate> top(String channel, double minScore, int limit) {
    List<ScoredCandidate> found = new ArrayList<>();
    Set<String> tokens = new HashSet<>();
    Cursor cursor = Cursor.START;
    while (!cursor.ended()) {
      CandidatePage page = candidates.top("p", MARKETPLACES, channel, minScore, limit, cursor);
      page.candidates().forEach(candidate -> found.add(candidate.decision()));
      String token = page.next().token(CANDIDATES, PROGRAM_CHANNEL_SCORE);
      assertThat(tokens.add(token)).as("the cursor moves on").isTrue();
      cursor = Cursor.parse(token, CANDIDATES, PROGRAM_CHANNEL_SCORE);
    }
    return found;
  }

  private RunStamp run(String runId) {
    return Samples.run(runId, DATE, clock.instant());
  }

  private ScoredCandidate decision(
      String customer, String product, double score, List<String> channels) {
    CandidateKey key = new CandidateKey(customer, "p", "US", new Subject("product", product));
    ScoredCandidate any = Samples.decision(random, key);
    Candidate c = any.candidate();
    return new ScoredCandidate(
        new Candidate(key, c.context(), c.attributes(), channels, c.eventTime()),
        any.features(),
        any.scores(),
        score,
        any.discountPercent());
  }
}
