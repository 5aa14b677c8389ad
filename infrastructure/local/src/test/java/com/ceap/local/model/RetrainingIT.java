package com.ceap.local.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.lambdas.export.DailyExport;
import com.ceap.lambdas.export.ExportLimits;
import com.ceap.lambdas.export.ExportProgress;
import com.ceap.lambdas.retrain.RetrainRecord;
import com.ceap.lambdas.retrain.RetrainRecord.Decision;
import com.ceap.model.Attributes;
import com.ceap.model.Candidate;
import com.ceap.model.CandidateKey;
import com.ceap.model.Context;
import com.ceap.model.Score;
import com.ceap.model.ScoredCandidate;
import com.ceap.model.Subject;
import com.ceap.runtime.objects.FolderObjectStore;
import com.ceap.storage.Conversion;
import com.ceap.storage.RunStamp;
import com.ceap.storage.Stores;
import com.ceap.storage.embedded.SqliteTables;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Carts of one day, of which those with a high value are bought: what the models did not know. */
final class RetrainingIT {
  private static final String MODEL = "purchase-intent-v4";
  private static final LocalDate DAY = LocalDate.parse("2026-11-01");

  @TempDir Path folder;
  private Instant now = Instant.parse("2026-11-01T08:00:00Z");
  private SqliteTables tables;
  private Stores stores;
  private FolderObjectStore objects;

  @BeforeEach
  void open() {
    tables = SqliteTables.open(folder.resolve("ceap.db"), () -> now);
    stores = Stores.on(tables, () -> now);
    objects = new FolderObjectStore(folder);
  }

  @AfterEach
  void close() {
    tables.close();
  }

  @Test
  void aModelThatIsSurelyBetterIsDeployedAndOneThatIsNotIsNot() throws IOException {
    var _ = ModelTrainer.train(models(), 7, 2_000, TrainingProgress.NONE);
    decide(1_500, true);
    export();
    RetrainRecord first = retrain();
    assertThat(first.decision()).isEqualTo(Decision.DEPLOYED);
    assertThat(first.heldOutRows()).isEqualTo(300);
    assertThat(first.trainingRows()).isEqualTo(1_200);
    assertThat(first.improvement().orElseThrow().low()).isPositive();
    assertThat(first.trained().orElseThrow().logLoss())
        .isLessThan(first.inPlace().orElseThrow().logLoss());

    now = now.plusSeconds(1);
    RetrainRecord again = retrain();
    assertThat(again.decision()).isEqualTo(Decision.KEPT_OLD);
    assertThat(again.reason()).isEqualTo("it is not surely better");
    assertThat(again.dataSha256()).isEqualTo(first.dataSha256());
    assertThat(again.inPlace()).isEqualTo(first.trained());

    List<String> kept = objects.list("models/decisions/" + MODEL + "/");
    assertThat(kept).hasSize(2);
    JsonNode json = new ObjectMapper().readTree(objects.path(kept.getFirst()).toFile());
    assertThat(json.path("decision").asText()).isEqualTo("DEPLOYED");
    assertThat(json.at("/logLossGain/low95").asDouble()).isPositive();
  }

  @Test
  void aModelIsNotReplacedByOneThatLearntFromNoise() {
    decide(1_500, true);
    export();
    assertThat(retrain().reason()).isEqualTo("there was no model in place");
    stores = Stores.on(tables, () -> now);
    RetrainRecord record = retrain();
    assertThat(record.decision()).isEqualTo(Decision.KEPT_OLD);
  }

  @Test
  void decisionsThatAreTooFewOrTooYoungDecideNothing() {
    decide(600, true);
    export();
    now = Instant.parse("2026-11-05T00:00:00Z");
    RetrainRecord young = retrain();
    assertThat(young.decision()).isEqualTo(Decision.NOT_ENOUGH_DATA);
    assertThat(young.reason())
        .isEqualTo("it takes at least 500 decisions that are 7 days old, there are 0");
    now = Instant.parse("2026-11-20T00:00:00Z");
    assertThat(retrain().decision()).isEqualTo(Decision.DEPLOYED);
  }

  @Test
  void withoutBuyersThereIsNothingToLearn() {
    decide(600, false);
    export();
    RetrainRecord record = retrain();
    assertThat(record.decision()).isEqualTo(Decision.NOT_ENOUGH_DATA);
    assertThat(record.reason()).endsWith("the newest fifth, which has 0 and 120");
    assertThat(objects.list("models/decisions/")).hasSize(1);
  }

  @Test
  void aDecisionWithoutTheModelsFeaturesIsCountedAndLeftOut() {
    decide(600, true);
    store(key("C-without"), Attributes.EMPTY, Instant.parse("2026-11-01T07:00:00Z"));
    export();
    RetrainRecord record = retrain();
    assertThat(record.unusableRows()).isEqualTo(1);
    assertThat(record.trainingRows() + record.heldOutRows()).isEqualTo(600);
  }

  private RetrainRecord retrain() {
    return new Retraining(objects, models(), folder, () -> now)
        .retrain(Optional.of(List.of(MODEL)), 7, TrainingProgress.NONE)
        .getFirst();
  }

  private void export() {
    var _ =
        new DailyExport(tables.changes(), objects, folder, ExportLimits.DEFAULT)
            .run(DAY, Optional.empty(), ExportProgress.NONE);
    now = Instant.parse("2026-11-20T08:00:00Z");
  }

  private Path models() {
    return folder.resolve("models");
  }

  private void decide(int carts, boolean bought) {
    SplittableRandom random = new SplittableRandom(11);
    for (int i = 0; i < carts; i++) {
      double value = 50 + random.nextInt(200);
      CandidateKey key = key("C%05d".formatted(i));
      Attributes features =
          Attributes.of(
              Map.of(
                  "purchase_history",
                  (long) random.nextInt(10),
                  "cart_value",
                  value,
                  "email_engagement",
                  random.nextDouble(),
                  "discount_sensitivity",
                  random.nextDouble()));
      Instant at = Instant.parse("2026-11-01T00:00:00Z").plusSeconds(i);
      store(key, features, at);
      if (bought && random.nextDouble() < (value > 150 ? 0.9 : 0.05)) {
        buy(key, at.plusSeconds(3600));
      }
    }
  }

  private void buy(CandidateKey key, Instant at) {
    Conversion conversion =
        new Conversion(
            "o-" + key.customerId(), BigDecimal.TEN, Optional.of("USD"), at, Optional.empty());
    stores.outcomes().record(key, conversion, at.plus(Duration.ofDays(45)));
  }

  private void store(CandidateKey key, Attributes features, Instant at) {
    Score score = new Score(MODEL, 0.5, OptionalInt.empty(), Score.Origin.MODEL, at);
    Candidate candidate =
        new Candidate(key, new Context(Map.of()), Attributes.EMPTY, List.of("email"), at);
    List<ScoredCandidate> decisions = new ArrayList<>();
    decisions.add(
        new ScoredCandidate(candidate, features, List.of(score), 0.5, OptionalInt.empty()));
    stores.candidates().storeAll(new RunStamp("r", DAY, now, Duration.ofDays(7)), decisions);
  }

  private static CandidateKey key(String customer) {
    return new CandidateKey(customer, "carts", "US", new Subject("cart", "K-" + customer));
  }
}
