package com.ceap.scoring;

import static com.ceap.scoring.Samples.NOW;
import static com.ceap.scoring.Samples.candidate;
import static com.ceap.scoring.Samples.model;
import static com.ceap.scoring.Samples.withFallback;
import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.model.Candidate;
import com.ceap.model.ScoredCandidate;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.model.program.ModelSpec;
import com.ceap.model.program.Program;
import com.ceap.scoring.spi.ModelAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScorerPropertyTest {
  private final ScriptedModels models = new ScriptedModels();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 20261120})
  void everyCandidateIsScoredOrRejectedInTheChunksOrder(long seed) {
    List<Candidate> chunk = chunk(seed, 3_000);
    models.echoing("a", "x").rowByRow("b", row -> new ModelAnswer(0.5, OptionalInt.of(5)));

    ScoringResult result = scorer().score(program(), chunk, NOW);

    List<String> ids = chunk.stream().map(Candidate::customerId).toList();
    List<String> scored = result.scored().stream().map(s -> s.key().customerId()).toList();
    List<String> rejected =
        result.rejected().stream().map(r -> r.candidate().customerId()).toList();
    assertThat(scored).as("seed %d", seed).isSubsetOf(ids).doesNotContainAnyElementsOf(rejected);
    assertThat(scored.size() + rejected.size()).as("seed %d", seed).isEqualTo(ids.size());
    assertThat(ids.stream().filter(scored::contains).toList())
        .as("seed %d", seed)
        .isEqualTo(scored);
    assertThat(ids.stream().filter(rejected::contains).toList())
        .as("seed %d", seed)
        .isEqualTo(rejected);
    assertThat(result.rejected()).as("seed %d", seed).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5, 6, 20261121})
  void scoresDoNotDependOnHowTheCandidatesAreSplitIntoChunks(long seed) throws Exception {
    List<Candidate> all = chunk(seed, 2_500);
    models.echoing("a", "x").echoing("b", "x");
    List<ScoredCandidate> whole = scorer().score(program(), all, NOW).scored();
    Scorer scorer = scorer();
    List<Callable<ScoringResult>> chunks = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(seed);
    for (int from = 0; from < all.size(); ) {
      int to = Math.min(all.size(), from + random.nextInt(1, 700));
      List<Candidate> part = all.subList(from, to);
      chunks.add(() -> scorer.score(program(), part, NOW));
      from = to;
    }

    List<ScoredCandidate> parts = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (Future<ScoringResult> part : threads.invokeAll(chunks)) {
        parts.addAll(part.get().scored());
      }
    }
    assertThat(parts).as("seed %d", seed).isEqualTo(whole);
  }

  @ParameterizedTest
  @ValueSource(longs = {7, 8, 9})
  void aModelsFailuresNeverReachTheBreakerOfAnother(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    AtomicBoolean down = new AtomicBoolean();
    models
        .echoing("b", "x")
        .with(
            "a",
            rows -> {
              if (down.get()) {
                throw new CeapException(ErrorCode.MODEL_UNAVAILABLE, "down");
              }
              return rows.stream().map(row -> ScriptedModels.score(0.5)).toList();
            });
    Program both = program("both", withFallback(model("a", "x"), 0.1), model("b", "x"));
    Program other = program("other", model("b", "x"));
    Scorer scorer = scorer();
    for (int i = 0; i < 100; i++) {
      down.set(random.nextInt(4) > 0);
      List<Candidate> chunk = Samples.candidates(random.nextInt(1, 20));
      int size = chunk.size();

      assertThat(scorer.score(both, chunk, NOW).models().get(1).fromModel())
          .as("seed %d, round %d", seed, i)
          .isEqualTo(size);
      assertThat(scorer.score(other, chunk, NOW).models().getFirst().fromModel())
          .as("seed %d, round %d", seed, i)
          .isEqualTo(size);
    }
  }

  private static Program program() {
    return program("p", model("a", "x"), model("b", "x"));
  }

  private static Program program(String id, ModelSpec... models) {
    return Samples.program(id, models);
  }

  private Scorer scorer() {
    return new Scorer(
        models.providers(), new InMemoryFeatureStore(), new NoScoreCache(), new MovableTime());
  }

  /** Candidates some of which lack {@code x}, or have text in its place. */
  private static List<Candidate> chunk(long seed, int size) {
    SplittableRandom random = new SplittableRandom(seed);
    return IntStream.range(0, size).mapToObj(i -> candidate("C" + i, attributes(random))).toList();
  }

  private static Map<String, Object> attributes(SplittableRandom random) {
    return switch (random.nextInt(50)) {
      case 0 -> Map.of("y", 1);
      case 1 -> Map.of("x", "text");
      default -> Map.of("x", random.nextDouble(), "y", random.nextInt());
    };
  }
}
