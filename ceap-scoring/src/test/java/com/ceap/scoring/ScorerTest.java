package com.ceap.scoring;

import static com.ceap.scoring.Samples.NOW;
import static com.ceap.scoring.Samples.candidate;
import static com.ceap.scoring.Samples.candidates;
import static com.ceap.scoring.Samples.model;
import static com.ceap.scoring.Samples.program;
import static com.ceap.scoring.Samples.withFallback;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.ceap.model.Attributes;
import com.ceap.model.Candidate;
import com.ceap.model.CandidateKey;
import com.ceap.model.Confidence;
import com.ceap.model.Score;
import com.ceap.model.Score.Origin;
import com.ceap.model.ScoredCandidate;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.model.port.ScoreCache;
import com.ceap.model.program.DiscountStrategy;
import com.ceap.model.program.Program;
import com.ceap.scoring.spi.ModelAnswer;
import com.ceap.scoring.spi.ScoringProvider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ScorerTest {
  private final InMemoryFeatureStore store = new InMemoryFeatureStore();
  private final InMemoryScoreCache cache = new InMemoryScoreCache();
  private final MovableTime time = new MovableTime();
  private final ScriptedModels models = new ScriptedModels();

  @Test
  void theScoreIsTheMeanOfTheModelsAndEachIsKeptByItsId() {
    models.echoing("a", "x").rowByRow("b", row -> ScriptedModels.score(1));

    ScoredCandidate scored = scoreOne(program("p", model("a", "x"), model("b")), 0.5);

    assertThat(scored.score()).isCloseTo(0.75, within(1e-12));
    assertThat(scored.scores())
        .containsExactly(
            new Score("a", 0.5, OptionalInt.empty(), Origin.MODEL, NOW),
            new Score("b", 1, OptionalInt.empty(), Origin.MODEL, NOW));
    assertThat(scored.features()).isEqualTo(Attributes.of(Map.of("x", 0.5)));
  }

  @Test
  void aProgramWithoutModelsRanksNothing() {
    ScoredCandidate scored = scoreOne(program("p"), 0.5);

    assertThat(scored.score()).isEqualTo(1);
    assertThat(scored.scores()).isEmpty();
  }

  @Test
  void noCallCarriesMoreThanTwoThousandRows() {
    List<Integer> sizes = new ArrayList<>();
    models.with(
        "a",
        rows -> {
          sizes.add(rows.size());
          return rows.stream().map(row -> ScriptedModels.score(0.5)).toList();
        });

    ScoringResult result = score(program("p", model("a", "x")), candidates(4_001));

    assertThat(sizes).containsExactly(2_000, 2_000, 1);
    assertThat(result.scored()).hasSize(4_001);
    assertThat(result.models().getFirst().calls()).isEqualTo(3);
    assertThat(result.models().getFirst().fromModel()).isEqualTo(4_001);
  }

  @Test
  void freshScoresAreCachedAndStandInWhenTheModelFails() {
    models.echoing("a", "x");
    Program program = program("p", model("a", "x"));
    score(program, candidates(3));
    models.with("a", failing());

    ScoringResult result = scorer().score(program, candidates(3), NOW.plusSeconds(60));

    assertThat(result.scored())
        .extracting(s -> s.scores().getFirst())
        .allSatisfy(
            score -> {
              assertThat(score.origin()).isEqualTo(Origin.CACHE);
              assertThat(score.scoredAt()).isEqualTo(NOW);
            });
    assertThat(result.scored().get(2).score()).isCloseTo(2 / 3.0, within(1e-12));
    assertThat(result.models().getFirst().fromCache()).isEqualTo(3);
    assertThat(result.models().getFirst().failedCalls()).isEqualTo(1);
    assertThat(result.models().getFirst().failures()).containsExactly("endpoint is down");
  }

  @Test
  void theFallbackStandsInForWhatIsNotCachedAndIsNotCachedItself() {
    models.with("a", failing());
    Program program = program("p", withFallback(model("a", "x"), 0.3));

    ScoringResult result = score(program, candidates(2));

    assertThat(result.scored())
        .extracting(s -> s.scores().getFirst())
        .containsOnly(new Score("a", 0.3, OptionalInt.empty(), Origin.FALLBACK, NOW));
    assertThat(result.models().getFirst().fromFallback()).isEqualTo(2);
    assertThat(cache.size()).isZero();
  }

  @Test
  void whereNothingStandsInTheModelsErrorFailsTheChunk() {
    models.with("a", failing());

    assertThatThrownBy(() -> score(program("p", model("a", "x")), candidates(2)))
        .isInstanceOfSatisfying(
            CeapException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.MODEL_UNAVAILABLE))
        .hasMessage(
            "model 'a' gave no score, and a candidate has neither a cached score nor does the"
                + " model have a fallback: endpoint is down");
  }

  @Test
  void scoresOfTheCallsThatWorkedAreCachedEvenWhenTheChunkFails() {
    models.with("a", rows -> rows.size() == 2_000 ? half(rows) : failing().score(rows));

    assertThatThrownBy(() -> score(program("p", model("a", "x")), candidates(2_001)))
        .isInstanceOf(CeapException.class);

    assertThat(cache.size()).isEqualTo(2_000);
  }

  @Test
  void oneFailingModelLeavesTheOtherItsScores() {
    models.with("a", failing()).echoing("b", "x");

    ScoredCandidate scored =
        scoreOne(program("p", withFallback(model("a", "x"), 0), model("b", "x")), 0.5);

    assertThat(scored.scores())
        .extracting(Score::origin)
        .containsExactly(Origin.FALLBACK, Origin.MODEL);
    assertThat(scored.score()).isCloseTo(0.25, within(1e-12));
  }

  @Test
  void aProvidersOwnBugIsTheModelsFailure() {
    models.with(
        "a",
        rows -> {
          throw new IllegalStateException("customer C1 is strange");
        });

    ScoringResult result = score(program("p", withFallback(model("a", "x"), 0.3)), candidates(1));

    assertThat(result.models().getFirst().failures())
        .containsExactly(
            "model 'a': the provider of 'scripted://a' threw java.lang.IllegalStateException");
  }

  @Test
  void aWrongCountOfAnswersIsNoAnswer() {
    models.with("a", rows -> half(rows.subList(1, rows.size())));

    ScoringResult result = score(program("p", withFallback(model("a", "x"), 0.3)), candidates(5));

    assertThat(result.models().getFirst().failures())
        .containsExactly("model 'a' gave 4 answers for 5 rows; it must give one for each");
  }

  @Test
  void anErrorOfConfigurationStopsTheChunkEvenWithAFallback() {
    models.with(
        "a",
        rows -> {
          throw new CeapException(ErrorCode.MODEL_MISSING, "no such endpoint");
        });

    assertThatThrownBy(() -> score(program("p", withFallback(model("a", "x"), 0.3)), candidates(1)))
        .hasMessage("no such endpoint");
  }

  @Test
  void theBreakerStopsCallingAFailingModelAndTriesAgainLater() {
    List<Integer> calls = new ArrayList<>();
    models.with(
        "a",
        rows -> {
          calls.add(rows.size());
          return calls.size() <= 3 ? failing().score(rows) : half(rows);
        });
    Program program = program("p", withFallback(model("a", "x"), 0.3));
    Scorer scorer = scorer();
    for (int i = 0; i < 5; i++) {
      scorer.score(program, candidates(1), NOW);
    }
    assertThat(calls).hasSize(Breakers.MINIMUM_CALLS);
    assertThat(scorer.score(program, candidates(1), NOW).models().getFirst().failures())
        .containsExactly(
            "model 'a' is not called for now, since its last calls failed; it is tried again after"
                + " 30 s");

    time.move(Breakers.OPEN_FOR.plus(Duration.ofSeconds(1)));

    ScoringResult result = scorer.score(program, candidates(1), NOW);
    assertThat(result.models().getFirst().fromModel()).isEqualTo(1);
    assertThat(calls).hasSize(4);
  }

  @Test
  void aCandidateWithoutARequiredFeatureIsRejectedWhereNothingStandsIn() {
    models.echoing("a", "x");

    ScoringResult result =
        score(
            program("p", model("a", "x")),
            List.of(
                candidate("C1", Map.of("x", 0.1)),
                candidate("C2", Map.of()),
                candidate("C3", Map.of("x", 0.3))));

    assertThat(result.scored()).extracting(s -> s.key().customerId()).containsExactly("C1", "C3");
    assertThat(result.rejected())
        .singleElement()
        .satisfies(
            rejected -> {
              assertThat(rejected.candidate().customerId()).isEqualTo("C2");
              assertThat(rejected.rejection().reasonCode()).isEqualTo("FEATURE_MISSING");
            });
    assertThat(result.models().getFirst().rejected()).isEqualTo(1);
  }

  @Test
  void aCandidateWithoutARequiredFeatureTakesTheFallbackWhereThereIsOne() {
    models.echoing("a", "x");

    ScoringResult result =
        score(program("p", withFallback(model("a", "x"), 0.4)), List.of(candidate("C2", Map.of())));

    assertThat(result.scored()).singleElement().extracting(ScoredCandidate::score).isEqualTo(0.4);
    assertThat(result.models().getFirst().calls()).isZero();
  }

  @Test
  void aFeatureTheModelCannotTakeRejectsItsCandidateAloneAndLeavesTheBreakerClosed() {
    models.echoing("a", "x");
    List<Candidate> chunk = new ArrayList<>(candidates(300));
    chunk.set(17, candidate("C17", Map.of("x", "many")));
    chunk.set(250, candidate("C250", Map.of("x", "few")));
    Scorer scorer = scorer();

    for (int i = 0; i < 3; i++) {
      ScoringResult result = scorer.score(program("p", model("a", "x")), chunk, NOW);

      assertThat(result.scored()).hasSize(298);
      assertThat(result.rejected())
          .extracting(r -> r.candidate().customerId())
          .containsExactly("C17", "C250");
      assertThat(result.rejected().getFirst().rejection().reasonCode())
          .isEqualTo("FEATURE_INVALID");
      assertThat(result.rejected().getFirst().rejection().sentence())
          .isEqualTo(
              "model 'a' cannot take the features: attribute 'x' should be a number but is a"
                  + " String");
    }
  }

  @Test
  void howSureAModelIsGoesWithItsScore() {
    Optional<Confidence> sure = Optional.of(Confidence.HIGH);
    models.rowByRow("a", _ -> new ModelAnswer(0.9, OptionalInt.empty(), sure)).echoing("b", "x");

    ScoringResult result = score(program("p", model("a", "x"), model("b", "x")), candidates(1));

    assertThat(result.scored().getFirst().scores())
        .extracting(Score::confidence)
        .containsExactly(sure, Optional.empty());
  }

  @Test
  void withoutAStrategyTheFirstRecommendedDiscountHolds() {
    assertThat(discount(Optional.empty(), OptionalInt.empty(), OptionalInt.of(15))).hasValue(15);
    assertThat(discount(Optional.empty(), OptionalInt.of(5), OptionalInt.of(15))).hasValue(5);
    assertThat(discount(Optional.empty(), OptionalInt.empty(), OptionalInt.empty())).isEmpty();
  }

  @Test
  void aStrategyBoundsTheRecommendedDiscount() {
    Optional<DiscountStrategy> dynamic = Optional.of(new DiscountStrategy(true, 10, true, 20));

    assertThat(discount(dynamic, OptionalInt.of(15), OptionalInt.empty())).hasValue(15);
    assertThat(discount(dynamic, OptionalInt.of(35), OptionalInt.empty())).hasValue(20);
    assertThat(discount(dynamic, OptionalInt.empty(), OptionalInt.empty())).hasValue(10);
  }

  @Test
  void aStrategyThatIsNotDynamicGivesItsDefaultAndOneThatIsOffNothing() {
    Optional<DiscountStrategy> fixed = Optional.of(new DiscountStrategy(true, 10, false, 20));
    Optional<DiscountStrategy> off = Optional.of(new DiscountStrategy(false, 10, true, 20));

    assertThat(discount(fixed, OptionalInt.of(15), OptionalInt.empty())).hasValue(10);
    assertThat(discount(off, OptionalInt.of(15), OptionalInt.empty())).isEmpty();
  }

  @Test
  void aMarketplacesOwnModelsScoreItsCandidatesAndTheOrderIsKept() {
    models.echoing("a", "x").rowByRow("german", row -> ScriptedModels.score(0.9));
    Program german = program("p", model("german"));
    Program program = program("p", Optional.empty(), Map.of("DE", german), model("a", "x"));
    Attributes x = Attributes.of(Map.of("x", 0.2));

    ScoringResult result =
        score(
            program,
            List.of(
                candidate("C1", "P1", "US", x),
                candidate("C2", "P1", "DE", x),
                candidate("C3", "P1", "US", x)));

    assertThat(result.scored()).extracting(ScoredCandidate::score).containsExactly(0.2, 0.9, 0.2);
    assertThat(result.models()).extracting(ModelReport::modelId).containsExactly("a", "german");
  }

  @Test
  void aDryRunReadsTheCacheAndLeavesItAlone() {
    models.echoing("a", "x");
    Program program = program("p", model("a", "x"));
    Scorer dry = new Scorer(models.providers(), store, new ReadOnlyScoreCache(cache), time);

    dry.score(program, candidates(3), NOW);
    assertThat(cache.size()).isZero();

    score(program, candidates(3));
    models.with("a", failing());
    Scorer later = new Scorer(models.providers(), store, new ReadOnlyScoreCache(cache), time);
    assertThat(later.score(program, candidates(3), NOW).models().getFirst().fromCache())
        .isEqualTo(3);
  }

  @Test
  void whereTheCacheIsDownTooBothErrorsAreReported() {
    models.with("a", failing());
    Scorer scorer = new Scorer(models.providers(), store, new BrokenScoreCache(), time);

    assertThatThrownBy(() -> scorer.score(program("p", model("a", "x")), candidates(2), NOW))
        .hasMessage("table scores is down")
        .satisfies(
            e ->
                assertThat(e.getSuppressed())
                    .singleElement()
                    .extracting(Throwable::getMessage)
                    .isEqualTo("endpoint is down"));
  }

  @Test
  void anEmptyChunkCallsNothing() {
    models.with("a", failing());

    assertThat(score(program("p", model("a", "x")), List.of()).scored()).isEmpty();
  }

  private OptionalInt discount(
      Optional<DiscountStrategy> strategy, OptionalInt first, OptionalInt second) {
    models.rowByRow("a", row -> new ModelAnswer(0.5, first));
    models.rowByRow("b", row -> new ModelAnswer(0.5, second));
    Program program = program("p", strategy, Map.of(), model("a"), model("b"));
    return scoreOne(program, 0.5).discountPercent();
  }

  private ScoredCandidate scoreOne(Program program, double x) {
    return score(program, List.of(candidate("C1", Map.of("x", x)))).scored().getFirst();
  }

  private ScoringResult score(Program program, List<Candidate> chunk) {
    return scorer().score(program, chunk, NOW);
  }

  private Scorer scorer() {
    return new Scorer(models.providers(), store, cache, time);
  }

  private static List<ModelAnswer> half(List<Attributes> rows) {
    return rows.stream().map(row -> ScriptedModels.score(0.5)).toList();
  }

  static ScoringProvider failing() {
    return rows -> {
      throw new CeapException(ErrorCode.MODEL_UNAVAILABLE, "endpoint is down");
    };
  }

  private static final class BrokenScoreCache implements ScoreCache {
    @Override
    public Map<CandidateKey, Score> find(String modelId, Collection<CandidateKey> keys) {
      throw new CeapException(ErrorCode.STORE_UNAVAILABLE, "table scores is down");
    }

    @Override
    public void put(Map<CandidateKey, List<Score>> scores) {
      assertThat(scores).isEmpty();
    }
  }
}
