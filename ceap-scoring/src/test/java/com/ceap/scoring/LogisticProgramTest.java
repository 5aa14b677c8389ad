package com.ceap.scoring;

import static com.ceap.scoring.Samples.NOW;
import static com.ceap.scoring.Samples.candidate;
import static com.ceap.scoring.Samples.row;
import static com.ceap.scoring.Samples.store;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.ceap.model.Attributes;
import com.ceap.model.Candidate;
import com.ceap.model.ScoredCandidate;
import com.ceap.model.program.ExtensionRegistry;
import com.ceap.model.program.FeatureSource;
import com.ceap.model.program.ModelSpec;
import com.ceap.model.program.Program;
import com.ceap.scoring.builtin.LogisticConfig;
import com.ceap.scoring.spi.ScoringEnvironment;
import com.ceap.scoring.spi.ScoringProviderFactory;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Two logistic models from the class path, over rows and stored features. */
class LogisticProgramTest {
  private static final long SEED = 20261120;

  @Test
  void theSumOfTheScoresIsThatOfTheFormulas() {
    InMemoryFeatureStore store = new InMemoryFeatureStore();
    List<Candidate> chunk = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(SEED);
    double expected = 0;
    for (int i = 0; i < 5_000; i++) {
      long views = random.nextLong(3, 40);
      boolean added = random.nextBoolean();
      double sensitivity = random.nextDouble();
      boolean known = random.nextInt(3) > 0;
      if (known) {
        store.with("customer", "C" + i, "price_sensitivity", sensitivity);
      }
      chunk.add(
          candidate(
              "C" + i,
              "P1",
              "US",
              Attributes.of(Map.of("view_count", views, "add_to_cart", added))));
      double intent = logistic(-2 + 0.08 * views + 1.1 * (added ? 1 : 0));
      double affinity = logistic(0.4 - 1.5 * (known ? sensitivity : 0.5));
      expected += (intent + affinity) / 2;
    }

    ScoringResult result = scorer(store).score(program(), chunk, NOW);

    assertThat(result.scored()).hasSize(5_000);
    assertThat(result.scored().stream().mapToDouble(ScoredCandidate::score).sum())
        .as("seed %d", SEED)
        .isCloseTo(expected, within(1e-9));
  }

  private static double logistic(double z) {
    return 1 / (1 + Math.exp(-z));
  }

  private static Program program() {
    Map<String, FeatureSource> intent = new LinkedHashMap<>();
    intent.put("view_count", row("view_count"));
    intent.put("add_to_cart", row("add_to_cart"));
    return Samples.program(
        "p",
        model("intent", intent, -2, Map.of("view_count", 0.08, "add_to_cart", 1.1)),
        model(
            "affinity",
            Map.of("sensitivity", store("customer", "price_sensitivity", 0.5)),
            0.4,
            Map.of("sensitivity", -1.5)));
  }

  private static ModelSpec model(
      String id, Map<String, FeatureSource> features, double intercept, Map<String, Double> w) {
    return Samples.spec("logistic", id, features, new LogisticConfig(intercept, w, List.of()));
  }

  private static Scorer scorer(InMemoryFeatureStore store) {
    ExtensionRegistry<ScoringProviderFactory<?>> registry =
        ExtensionRegistry.load(ScoringProviderFactory.class);
    ScoringEnvironment nowhere =
        new ScoringEnvironment(
            name -> {
              throw new AssertionError("a logistic model needs no endpoint");
            });
    return new Scorer(
        new ScoringProviders(registry, nowhere),
        store,
        new NoScoreCache(),
        InstantSource.fixed(NOW));
  }
}
