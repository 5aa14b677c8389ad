package com.ceap.filters;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.filters.spi.Filter;
import com.ceap.filters.spi.FilterFactory;
import com.ceap.filters.spi.FilterResult;
import com.ceap.model.Candidate;
import com.ceap.model.CandidateKey;
import com.ceap.model.RejectedCandidate;
import com.ceap.model.Rejection;
import com.ceap.model.program.FilterSpec;
import com.ceap.model.program.Program;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.Test;

/** The laws of the chain, over random candidates, reference data and chains. */
class FilterChainPropertyTest {
  private static final int SEEDS = 500;

  @Test
  void everyCandidateIsAnsweredOnceAndTheCountsAddUp() {
    forEachSeed(FilterChainPropertyTest::answeredOnce);
  }

  private static void answeredOnce(long seed) {
    RandomShop shop = new RandomShop(seed);
    List<Candidate> candidates = shop.candidates(40);
    ChainResult result = chain(shop.program()).apply(candidates, shop.data.at(Samples.NOW));

    List<CandidateKey> answered = new ArrayList<>(keys(result.passed()));
    result.rejected().forEach(r -> answered.add(r.candidate().key()));
    assertThat(answered).containsExactlyInAnyOrderElementsOf(keys(candidates));
    List<CandidateKey> inOrder = new ArrayList<>(keys(candidates));
    inOrder.retainAll(keys(result.passed()));
    assertThat(keys(result.passed())).isEqualTo(inOrder);

    Map<String, Long> rejectedBy = new HashMap<>();
    for (RejectedCandidate rejected : result.rejected()) {
      rejectedBy.merge(rejected.rejection().filterId(), 1L, Long::sum);
    }
    for (FilterOutcome outcome : result.outcomes()) {
      assertThat(outcome.rejected()).isEqualTo(rejectedBy.getOrDefault(outcome.filterId(), 0L));
    }
  }

  @Test
  void theVerdictIsThatOfTheFirstFilterByOrderThatRejects() {
    forEachSeed(FilterChainPropertyTest::firstRejection);
  }

  private static void firstRejection(long seed) {
    RandomShop shop = new RandomShop(seed);
    List<Candidate> candidates = shop.candidates(40);
    Program program = shop.program();
    ChainResult result = chain(program).apply(candidates, shop.data.at(Samples.NOW));

    List<Candidate> passed = new ArrayList<>();
    Map<CandidateKey, Rejection> rejected = new HashMap<>();
    candidates.forEach(candidate -> decideAlone(candidate, program, shop, passed, rejected));
    assertThat(result.passed()).isEqualTo(passed);
    assertThat(result.rejected())
        .allSatisfy(r -> assertThat(r.rejection()).isEqualTo(rejected.get(r.candidate().key())));
  }

  @Test
  void theParallelVerdictsAreTheSequentialOnes() {
    forEachSeed(FilterChainPropertyTest::parallelIsSequential);
  }

  private static void parallelIsSequential(long seed) {
    RandomShop shop = new RandomShop(seed);
    List<Candidate> candidates = shop.candidates(seed % 2 == 0 ? 1 : 8);
    FilterChain chain = chain(shop.program());
    assertThat(chain.applyInParallel(candidates, shop.data.at(Samples.NOW)))
        .isEqualTo(chain.apply(candidates, shop.data.at(Samples.NOW)));
  }

  @Test
  void eachPortIsAskedAtMostOnceForAChunkOfOneMarketplace() {
    forEachSeed(FilterChainPropertyTest::portsAskedOnce);
  }

  private static void portsAskedOnce(long seed) {
    RandomShop shop = new RandomShop(seed);
    List<Candidate> candidates =
        shop.candidates(40).stream().filter(c -> c.key().marketplace().equals("US")).toList();
    FilterChain chain = chain(shop.program());
    chain.apply(candidates, shop.data.at(Samples.NOW));
    assertThat(shop.data.customerCalls).hasValueLessThanOrEqualTo(1);
    assertThat(shop.data.productCalls).hasValueLessThanOrEqualTo(1);
    assertThat(shop.data.ledgerCalls).hasValueLessThanOrEqualTo(1);
  }

  /** The slow way: one candidate at a time, filter by filter, without the chain. */
  private static void decideAlone(
      Candidate candidate,
      Program program,
      RandomShop shop,
      List<Candidate> passed,
      Map<CandidateKey, Rejection> rejected) {
    Candidate current = candidate;
    Program here = program.forMarketplace(candidate.key().marketplace());
    for (FilterSpec spec : here.filterChain()) {
      if (spec.enabled()) {
        FilterResult result =
            filter(RandomShop.FILTERS.find(spec.type()).orElseThrow(), spec, here)
                .apply(List.of(current), shop.data.at(Samples.NOW));
        if (result.passed().isEmpty()) {
          rejected.put(current.key(), result.rejected().getFirst().rejection());
          return;
        }
        current = result.passed().getFirst();
      }
    }
    passed.add(current);
  }

  private static <C> Filter filter(FilterFactory<C> factory, FilterSpec spec, Program program) {
    @SuppressWarnings("unchecked") // RandomShop read the parameters by this factory's shape
    C parameters = (C) spec.parameters();
    return factory.create(spec.filterId(), parameters, program);
  }

  private static FilterChain chain(Program program) {
    return FilterChain.of(program, RandomShop.FILTERS);
  }

  private static List<CandidateKey> keys(List<Candidate> candidates) {
    return candidates.stream().map(Candidate::key).toList();
  }

  private static void forEachSeed(LongConsumer law) {
    for (long seed = 0; seed < SEEDS; seed++) {
      try {
        law.accept(seed);
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("the law does not hold with seed " + seed, e);
      }
    }
  }
}
