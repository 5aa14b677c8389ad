package com.ceap.filters;

import static com.ceap.filters.StubFilters.disabled;
import static com.ceap.filters.StubFilters.spec;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceap.filters.spi.FilterContext;
import com.ceap.filters.spi.FilterResult;
import com.ceap.filters.spi.Verdict;
import com.ceap.model.AttributeTypeException;
import com.ceap.model.Candidate;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.model.program.FilterSpec;
import com.ceap.model.program.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class FilterChainTest {
  private static final Candidate A = Samples.candidate("C1", "A");
  private static final Candidate B = Samples.candidate("C1", "B");
  private static final Candidate C = Samples.candidate("C2", "C");
  private static final List<Candidate> ALL = List.of(A, B, C);

  private final FilterContext context = new ReferenceData().at(Samples.NOW);

  @Test
  void eachFilterSeesOnlyWhatTheOneBeforeLetThrough() {
    FilterSpec first = spec("first", 1, rejecting("A", "FIRST_REASON"));
    FilterSpec second = spec("second", 2, rejecting("A B", "SECOND_REASON"));
    ChainResult result = chain(Samples.program(second, first)).apply(ALL, context);
    assertThat(result.passed()).containsExactly(C);
    assertThat(result.outcomes())
        .containsExactly(
            new FilterOutcome("first", 3, 1, Map.of("FIRST_REASON", 1L)),
            new FilterOutcome("second", 2, 1, Map.of("SECOND_REASON", 1L)));
    assertThat(result.rejected())
        .extracting(r -> r.candidate().subject().id() + " " + r.rejection().reasonCode())
        .containsExactly("A FIRST_REASON", "B SECOND_REASON");
  }

  @Test
  void aDisabledFilterIsLeftOut() {
    ChainResult result =
        chain(Samples.program(disabled("off", 1, rejecting("A B C", "OFF")))).apply(ALL, context);
    assertThat(result.passed()).isEqualTo(ALL);
    assertThat(result.outcomes()).isEmpty();
  }

  @Test
  void afterTheLastCandidateNoFilterIsAskedButAllAreReported() {
    FilterSpec first = spec("first", 1, rejecting("A B C", "ALL"));
    FilterSpec second =
        spec(
            "second",
            2,
            (id, candidates) -> {
              throw new AssertionError(id + " was asked about " + candidates.size());
            });
    ChainResult result = chain(Samples.program(first, second)).apply(ALL, context);
    assertThat(result.outcomes().getLast()).isEqualTo(new FilterOutcome("second", 0, 0, Map.of()));
  }

  @Test
  void aFilterThatLosesACandidateIsADefectNamingIt() {
    assertDefect(
        (id, candidates) -> new FilterResult(candidates.subList(1, 3), List.of()),
        "filter odd was given 3 candidates and answered 2 passed and 0 rejected; it must answer"
            + " each exactly once, in the order given");
  }

  @Test
  void aFilterThatInventsACandidateIsADefectNamingIt() {
    assertDefect(
        (id, candidates) ->
            new FilterResult(List.of(A, B, Samples.candidate("C9", "X")), List.of()),
        "filter odd was given 3 candidates and answered 3 passed and 0 rejected; it must answer"
            + " each exactly once, in the order given");
  }

  @Test
  void aFilterThatAnswersACandidateTwiceIsADefect() {
    assertDefect(
        (id, candidates) -> new FilterResult(List.of(A, B, B), List.of()),
        "filter odd was given 3 candidates and answered 3 passed and 0 rejected; it must answer"
            + " each exactly once, in the order given");
  }

  @Test
  void aFilterThatReordersIsADefect() {
    assertDefect(
        (id, candidates) -> new FilterResult(candidates.reversed(), List.of()),
        "filter odd was given 3 candidates and answered 3 passed and 0 rejected; it must answer"
            + " each exactly once, in the order given");
  }

  @Test
  void aRecordThatAFilterCannotReadIsRejectedAloneAndTheOthersAreDecidedTogether() {
    List<Integer> asked = new ArrayList<>();
    FilterSpec strict =
        spec(
            "strict",
            1,
            (id, candidates) -> {
              asked.add(candidates.size());
              if (candidates.contains(B)) {
                throw new AttributeTypeException("price", "a number", "cheap");
              }
              return rejecting("A", "NOT_A").apply(id, candidates);
            });
    ChainResult result = chain(Samples.program(strict)).apply(ALL, context);
    assertThat(result.passed()).containsExactly(C);
    assertThat(result.rejected())
        .extracting(r -> r.candidate().subject().id() + " " + r.rejection().reasonCode())
        .containsExactly("A NOT_A", "B RECORD_INVALID");
    assertThat(result.rejected().getLast().rejection().sentence())
        .isEqualTo("attribute 'price' should be a number but is a String");
    assertThat(asked).containsExactly(3, 1, 1, 1, 2);
  }

  @Test
  void aFilterThatCannotReadTheReadableOnesTogetherIsADefect() {
    StubFilters.Behaviour crowdShy =
        (id, candidates) -> {
          if (candidates.size() > 1) {
            throw new AttributeTypeException("price", "a number", "cheap");
          }
          return new FilterResult(candidates, List.of());
        };
    assertDefect(crowdShy, "filter odd cannot read candidates together that it reads one by one");
  }

  @Test
  void aLookUpThatFailsIsAnErrorAndNoVerdict() {
    FilterSpec failing =
        spec(
            "failing",
            1,
            (id, candidates) -> {
              throw new CeapException(ErrorCode.STORE_UNAVAILABLE, "the customers table is down");
            });
    FilterChain chain = chain(Samples.program(failing));
    assertThatThrownBy(() -> chain.apply(ALL, context)).hasMessage("the customers table is down");
    assertThatThrownBy(() -> chain.applyInParallel(ALL, context))
        .isInstanceOf(CeapException.class)
        .hasMessage("the customers table is down");
  }

  @Test
  void anErrorBehindARejectionDoesNotMatterInParallelEither() {
    FilterSpec first = spec("first", 1, rejecting("A", "FIRST"));
    FilterSpec failing =
        spec(
            "failing",
            2,
            (id, candidates) -> {
              throw new CeapException(ErrorCode.STORE_UNAVAILABLE, "down");
            });
    ChainResult result =
        chain(Samples.program(first, failing)).applyInParallel(List.of(A), context);
    assertThat(result.rejected().getFirst().rejection().filterId()).isEqualTo("first");
  }

  @Test
  void filtersThatWaitDoSoAtTheSameTimeAndWithTheVerdictsOfTheirOrder() {
    CyclicBarrier together = new CyclicBarrier(2);
    FilterChain chain =
        chain(
            Samples.program(spec("one", 1, meeting(together)), spec("two", 2, meeting(together))));
    ChainResult result = chain.applyInParallel(List.of(C), context);
    assertThat(result.passed()).containsExactly(C);
  }

  @Test
  void aFilterThatWaitsAloneIsAskedOnTheCallersThread() {
    Thread caller = Thread.currentThread();
    FilterSpec here =
        spec(
            "here",
            1,
            (id, candidates) -> {
              assertThat(Thread.currentThread()).isEqualTo(caller);
              return rejecting("", "NONE").apply(id, candidates);
            });
    assertThat(chain(Samples.program(here)).applyInParallel(ALL, context).passed()).hasSize(3);
  }

  @Test
  void aMarketplaceWithItsOwnChainGoesThroughThatAndTheOrderStays() {
    Candidate german = Samples.candidate("C1", "B", "DE", Map.of());
    Program germany =
        Samples.program(
            spec("first", 1, rejecting("C", "GERMAN")), spec("extra", 2, rejecting("B", "EXTRA")));
    Program program =
        Samples.program(Map.of("DE", germany), spec("first", 1, rejecting("A", "COMMON")));
    Candidate other = Samples.candidate("C3", "D", "DE", Map.of());
    ChainResult result = chain(program).apply(List.of(A, other, german, C, B), context);
    assertThat(result.passed()).containsExactly(other, C, B);
    assertThat(result.outcomes())
        .containsExactly(
            new FilterOutcome("first", 5, 1, Map.of("COMMON", 1L)),
            new FilterOutcome("extra", 2, 1, Map.of("EXTRA", 1L)));
  }

  @Test
  void aCandidateAloneGoesThroughTheChainOfItsMarketplaceOnly() {
    Program germany = Samples.program(spec("extra", 1, rejecting("", "NONE")));
    FilterChain chain =
        chain(Samples.program(Map.of("DE", germany), spec("first", 1, rejecting("A", "COMMON"))));
    Candidate german = Samples.candidate("C1", "A", "DE", Map.of());
    assertThat(chain.apply(List.of(A), context).outcomes())
        .containsExactly(new FilterOutcome("first", 1, 1, Map.of("COMMON", 1L)));
    ChainResult result = chain.applyInParallel(List.of(german), context);
    assertThat(result.passed()).containsExactly(german);
    assertThat(result.outcomes()).containsExactly(new FilterOutcome("extra", 1, 0, Map.of()));
  }

  @Test
  void aTypeThatNobodyBringsIsNamedWithTheKnownOnes() {
    Program program =
        Samples.program(new FilterSpec("mood", "mood-ring", 1, true, "no parameters"));
    assertThatThrownBy(() -> chain(program))
        .hasMessage(
            "program product-recommendations: filter mood has the unknown type 'mood-ring'; known"
                + " are [stub]");
  }

  private void assertDefect(StubFilters.Behaviour behaviour, String message) {
    assertThatThrownBy(() -> chain(Samples.program(spec("odd", 1, behaviour))).apply(ALL, context))
        .isInstanceOfSatisfying(
            CeapException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.DEFECT))
        .hasMessage(message);
  }

  private static StubFilters.Behaviour meeting(CyclicBarrier together) {
    return (filterId, candidates) -> {
      try {
        together.await(30, TimeUnit.SECONDS);
      } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
        throw new AssertionError("the other filter did not start meanwhile", e);
      }
      return new FilterResult(candidates, List.of());
    };
  }

  private static StubFilters.Behaviour rejecting(String subjectIds, String reasonCode) {
    List<String> ids = List.of(subjectIds.split(" "));
    return (filterId, candidates) ->
        FilterResult.of(
            filterId,
            candidates,
            candidate ->
                ids.contains(candidate.subject().id())
                    ? Verdict.reject(reasonCode, "told so")
                    : Verdict.pass());
  }

  private static FilterChain chain(Program program) {
    return FilterChain.of(program, StubFilters.REGISTRY);
  }
}
