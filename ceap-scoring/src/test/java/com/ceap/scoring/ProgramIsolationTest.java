package com.ceap.scoring;

import static com.ceap.scoring.Samples.NOW;
import static com.ceap.scoring.Samples.candidates;
import static com.ceap.scoring.Samples.model;
import static com.ceap.scoring.Samples.program;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceap.model.Candidate;
import com.ceap.model.Score;
import com.ceap.model.Score.Origin;
import com.ceap.model.error.CeapException;
import com.ceap.model.program.Program;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Use case 6: a program whose model throws falls back by itself and disturbs nobody. */
class ProgramIsolationTest {
  private final InMemoryScoreCache cache = new InMemoryScoreCache();
  private final MovableTime time = new MovableTime();
  private final ScriptedModels models = new ScriptedModels();
  private final Program reviews = program("reviews", model("trust", "x"), model("propensity", "x"));
  private final Program ratings = program("ratings", model("taste", "x"), model("trust", "x"));
  private final List<Candidate> chunk = candidates(50);

  @Test
  void aModelThatThrowsForAllFallsBackToCachedScoresAndTheOtherProgramIsUnaffected() {
    models.echoing("trust", "x").echoing("propensity", "x").echoing("taste", "x");
    new Scorer(models.providers(), noFeatures(), cache, time).score(reviews, chunk, NOW);
    models.with(
        "propensity",
        rows -> {
          throw new IllegalStateException("the new release is broken");
        });
    Scorer scorer = new Scorer(models.providers(), noFeatures(), cache, time);

    for (int round = 0; round < 10; round++) {
      ScoringResult failing = scorer.score(reviews, chunk, NOW.plusSeconds(86_400));
      ScoringResult healthy = scorer.score(ratings, chunk, NOW.plusSeconds(86_400));

      assertThat(failing.scored()).hasSize(50);
      assertThat(failing.scored())
          .allSatisfy(
              scored ->
                  assertThat(scored.scores())
                      .extracting(Score::origin)
                      .containsExactly(Origin.MODEL, Origin.CACHE));
      assertThat(failing.models().get(1).failures()).hasSize(1);
      assertThat(healthy.models())
          .allSatisfy(
              report -> {
                assertThat(report.fromModel()).isEqualTo(50);
                assertThat(report.failures()).isEmpty();
              });
    }
  }

  @Test
  void theSameEndpointFailingForOneProgramKeepsTheOthersBreakerClosed() {
    models.echoing("taste", "x").echoing("propensity", "x");
    models.with(
        "trust",
        rows -> {
          if (rows.size() == 50) {
            throw new IllegalStateException("broken for chunks of this program");
          }
          return rows.stream().map(row -> ScriptedModels.score(0.5)).toList();
        });
    Scorer scorer = new Scorer(models.providers(), noFeatures(), cache, time);
    for (int round = 0; round < 5; round++) {
      assertThatThrownBy(() -> scorer.score(reviews, chunk, NOW)).isInstanceOf(CeapException.class);
    }

    ScoringResult healthy = scorer.score(ratings, chunk.subList(0, 10), NOW);

    assertThat(healthy.models()).extracting(ModelReport::fromModel).containsExactly(10, 10);
  }

  private static InMemoryFeatureStore noFeatures() {
    return new InMemoryFeatureStore();
  }
}
