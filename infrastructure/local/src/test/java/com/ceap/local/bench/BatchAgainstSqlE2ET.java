package com.ceap.local.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.ceap.lambdas.batch.Progress;
import com.ceap.lambdas.batch.RunState;
import com.ceap.lambdas.batch.RunSummary;
import com.ceap.lambdas.handover.CandidateObjects;
import com.ceap.lambdas.stage.RunKeys;
import com.ceap.local.bench.SqlOracle.Survivor;
import com.ceap.local.platform.LocalPlatform;
import com.ceap.local.platform.StoreKind;
import com.ceap.local.run.LazyModels;
import com.ceap.local.run.LocalBatch;
import com.ceap.local.sample.SampleShop;
import com.ceap.local.sample.SampleShopConfig;
import com.ceap.model.ScoredCandidate;
import com.ceap.model.program.Program;
import com.ceap.model.program.ProgramLoader;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The batch and DuckDB decide a million interactions alike. One mistake in a filter, in the order
 * of duplicates or in a look-up makes them part.
 */
class BatchAgainstSqlE2ET {
  private static final long INTERACTIONS = 1_000_000;
  private static final long SEED = 20_260_117;
  private static final LocalDate DATE = LocalDate.of(2026, 1, 17);
  private static final Instant NOW = Instant.parse("2026-01-18T02:00:00Z");
  private static final int THREADS = 2;

  @TempDir static Path folder;
  private static RunSummary run;
  private static Map<Survivor, Double> scores;
  private static SqlOracle.Answer oracle;

  @BeforeAll
  static void decideTwice() throws Exception {
    Path warehouse = folder.resolve("warehouse");
    SampleShop.generate(SampleShopConfig.of(INTERACTIONS, SEED, DATE, warehouse));
    oracle = SqlOracle.decide(warehouse, DATE, NOW, THREADS);
    try (LocalPlatform platform =
        LocalPlatform.open(
            folder.resolve("data"), StoreKind.EMBEDDED, folder, InstantSource.fixed(NOW))) {
      platform.referenceTables().load(warehouse, (table, rows) -> {});
      run = dryRun(platform, warehouse);
      scores = scores(platform);
    }
  }

  private static RunSummary dryRun(LocalPlatform platform, Path warehouse) {
    Program program = BenchProgram.load(new ProgramLoader(platform.registries().extensions()));
    Progress silent = (stage, done, total) -> {};
    return new LocalBatch(platform, new LazyModels(folder), THREADS)
        .run(program, warehouse, DATE, true, LocalBatch.Mode.FUSED, silent);
  }

  private static Map<Survivor, Double> scores(LocalPlatform platform) {
    Map<Survivor, Double> scores = new HashMap<>();
    CandidateObjects objects = new CandidateObjects(platform.objects());
    RunKeys keys = new RunKeys(run.programId(), run.executionId());
    for (String key : platform.objects().list(keys.stagePrefix("score"))) {
      objects.forEachScored(key, scored -> scores.put(survivor(scored), scored.score()));
    }
    return scores;
  }

  private static Survivor survivor(ScoredCandidate scored) {
    return new Survivor(
        scored.key().customerId(), scored.key().marketplace(), scored.key().subject().id());
  }

  @AfterAll
  static void forget() {
    run = null;
    scores = null;
    oracle = null;
  }

  @Test
  void theRunIsWholeAndLarge() {
    assertThat(run.problem()).isEmpty();
    assertThat(run.state()).isEqualTo(RunState.DRY_RUN);
    assertThat(run.raw()).isGreaterThan(INTERACTIONS * 8 / 10);
    assertThat(run.scored()).isGreaterThan(INTERACTIONS / 20);
    assertThat(run.unscored()).isEmpty();
  }

  @Test
  void everyFilterTurnsAwayAsManyForEachReason() {
    assertThat(Funnel.of(run)).isEqualTo(oracle.funnel());
    assertThat(run.filters()).allSatisfy(filter -> assertThat(filter.rejected()).isPositive());
  }

  @Test
  void theSameCandidatesAreLeft() {
    assertThat(oracle.survivors()).hasSize((int) run.scored());
    assertThat(scores.keySet()).isEqualTo(oracle.survivors().keySet());
  }

  @Test
  void eachHasTheSameScore() {
    assertThat(scores)
        .allSatisfy(
            (key, score) ->
                assertThat(score).isCloseTo(oracle.survivors().get(key), within(1e-14)));
  }

  @Test
  void theScoresAddUpToTheSameSum() {
    double sum = scores.values().stream().mapToDouble(Double::doubleValue).sum();
    assertThat(sum).isCloseTo(oracle.scoreSum(), within(1e-9));
  }
}
