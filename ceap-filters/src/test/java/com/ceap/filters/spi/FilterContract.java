package com.ceap.filters.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceap.filters.ReferenceData;
import com.ceap.filters.Samples;
import com.ceap.model.Candidate;
import com.ceap.model.CandidateKey;
import com.ceap.model.RejectedCandidate;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.model.port.Lookups;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What every filter keeps, whatever it decides. */
public interface FilterContract {
  Filter filter();

  /** Candidates of which some pass and some are rejected, with distinct keys. */
  List<Candidate> candidates();

  /** What the filter may look up about them. */
  ReferenceData data();

  /** Whether the filter looks anything up. */
  boolean looksUp();

  @Test
  default void everyCandidateIsAnsweredOnceInTheOrderGiven() {
    FilterResult result = decide(candidates());
    assertThat(result.passed()).isNotEmpty();
    assertThat(result.rejected()).isNotEmpty();
    List<CandidateKey> all = keys(candidates());
    List<CandidateKey> rejected =
        keys(result.rejected().stream().map(RejectedCandidate::candidate).toList());
    assertThat(all).containsSubsequence(keys(result.passed())).containsSubsequence(rejected);
    List<CandidateKey> answered = new ArrayList<>(keys(result.passed()));
    answered.addAll(rejected);
    assertThat(answered).containsExactlyInAnyOrderElementsOf(all);
  }

  @Test
  default void everyRejectionNamesTheFilterACodeAndASentenceWithoutTheCustomer() {
    for (RejectedCandidate rejected : decide(candidates()).rejected()) {
      assertThat(rejected.rejection().filterId()).isEqualTo(filter().filterId());
      assertThat(rejected.rejection().reasonCode()).matches("[A-Z][A-Z0-9_]*");
      assertThat(rejected.rejection().sentence())
          .isNotBlank()
          .doesNotContain(rejected.candidate().customerId());
    }
  }

  @Test
  default void aCandidateThatPassesChangesInItsChannelsAtMost() {
    Map<CandidateKey, Candidate> given =
        candidates().stream().collect(Collectors.toMap(Candidate::key, candidate -> candidate));
    for (Candidate passed : decide(candidates()).passed()) {
      Candidate before = given.get(passed.key());
      assertThat(passed).usingRecursiveComparison().ignoringFields("channels").isEqualTo(before);
      assertThat(before.channels()).containsSubsequence(passed.channels());
    }
  }

  @Test
  default void theVerdictOnOneDoesNotDependOnTheOthers() {
    FilterResult together = decide(candidates());
    List<Candidate> passed = new ArrayList<>();
    List<RejectedCandidate> rejected = new ArrayList<>();
    for (Candidate candidate : candidates()) {
      FilterResult alone = decide(List.of(candidate));
      passed.addAll(alone.passed());
      rejected.addAll(alone.rejected());
    }
    assertThat(new FilterResult(passed, rejected)).isEqualTo(together);
  }

  @Test
  default void anEmptyListIsNoTrouble() {
    assertThat(decide(List.of())).isEqualTo(new FilterResult(List.of(), List.of()));
  }

  @Test
  default void whereAllPassAsTheyAreTheSameListIsHandedOn() {
    List<Candidate> passing = decide(candidates()).passed();
    assertThat(decide(passing).passed()).isSameAs(passing);
  }

  @Test
  default void thePortsAreAskedOnceForTheWholeChunk() {
    ReferenceData data = data();
    filter().apply(candidates(), data.at(Samples.NOW));
    assertThat(data.customerCalls).hasValueLessThanOrEqualTo(1);
    assertThat(data.productCalls).hasValueLessThanOrEqualTo(1);
    assertThat(data.ledgerCalls).hasValueLessThanOrEqualTo(1);
  }

  @Test
  default void aLookUpThatFailsIsAnErrorAndNoVerdict() {
    if (looksUp()) {
      FilterContext down = new FilterContext(down(), Samples.NOW);
      assertThatThrownBy(() -> filter().apply(candidates(), down))
          .isInstanceOf(CeapException.class)
          .hasMessage("the store is down");
    }
  }

  @Test
  default void manyThreadsMayAskAtOnce() throws Exception {
    FilterResult expected = decide(candidates());
    List<Future<FilterResult>> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 20; i++) {
        answers.add(threads.submit(() -> decide(candidates())));
      }
    }
    for (Future<FilterResult> answer : answers) {
      assertThat(answer.get()).isEqualTo(expected);
    }
  }

  private FilterResult decide(List<Candidate> candidates) {
    return filter().apply(candidates, data().at(Samples.NOW));
  }

  private static List<CandidateKey> keys(List<Candidate> candidates) {
    return candidates.stream().map(Candidate::key).toList();
  }

  private static Lookups down() {
    return new Lookups(
        _ -> {
          throw unavailable();
        },
        _ -> {
          throw unavailable();
        },
        _ -> {
          throw unavailable();
        });
  }

  private static CeapException unavailable() {
    return new CeapException(ErrorCode.STORE_UNAVAILABLE, "the store is down");
  }
}
