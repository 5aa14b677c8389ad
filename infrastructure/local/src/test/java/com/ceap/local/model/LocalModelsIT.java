package com.ceap.local.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.ceap.lambdas.retrain.LabelledMatrix;
import com.ceap.lambdas.retrain.LabelledRow;
import com.ceap.local.sample.LabelledSession;
import com.ceap.local.sample.LabelledSessions;
import com.ceap.model.Attributes;
import com.ceap.model.Confidence;
import com.ceap.model.ScoreBand;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.scoring.spi.ModelAnswer;
import com.ceap.scoring.spi.ScoringProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tribuo.classification.sgd.linear.LinearSGDModel;

class LocalModelsIT {
  private static final long SEED = 3;
  private static final int SESSIONS = 10_000;

  @TempDir static Path models;
  private static List<TrainingReport> reports;

  @BeforeAll
  static void train() {
    reports = ModelTrainer.train(models, SEED, SESSIONS, TrainingProgress.NONE);
  }

  static List<TrainingReport> reports() {
    return reports;
  }

  static List<LocalModel> models() {
    return LocalModel.all();
  }

  @ParameterizedTest
  @MethodSource("reports")
  void aModelBeatsItsBaselinesOnSessionsItHasNotSeen(TrainingReport report) {
    assertThat(report.heldOutRows()).isEqualTo(SESSIONS / 5);
    assertThat(report.quality().auc()).isGreaterThan(0.7).isGreaterThan(report.bestFeatureAuc());
    assertThat(report.quality().brier()).isLessThan(0.92 * report.baseRate().brier());
    assertThat(report.baseRate().auc()).isEqualTo(0.5);
  }

  @ParameterizedTest
  @MethodSource("reports")
  void whatAModelSaysComesTrueThatOften(TrainingReport report) {
    assertThat(report.quality().calibrationError()).isLessThan(0.05);
  }

  @ParameterizedTest
  @MethodSource("reports")
  void noFeatureGivesTheOutcomeAway(TrainingReport report) {
    assertThat(report.bestFeatureAuc()).isLessThan(0.8);
    assertThat(report.quality().auc()).isLessThan(0.9);
  }

  @ParameterizedTest
  @MethodSource("models")
  void theSameSeedTrainsTheSameModel(LocalModel model, @TempDir Path again) {
    ModelTrainer.train(again, SEED, SESSIONS, TrainingProgress.NONE);
    LinearScorer first = new ModelFiles(models).load(model);
    LinearScorer second = new ModelFiles(again).load(model);
    for (LabelledRow row : rows(model, 100).rows()) {
      assertThat(second.probability(row.values())).isEqualTo(first.probability(row.values()));
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void arraysGiveWhatTribuoGives(LocalModel model) {
    LabelledMatrix rows = rows(model, 2_000);
    LogisticFit fit = LogisticFit.fit("test", rows.slice(0, 1_000), rows.slice(1_000, 2_000), 1);
    for (LabelledRow row : rows.rows()) {
      assertThat(fit.scorer().probability(row.values()))
          .isCloseTo(tribuo(fit.model(), rows.columns(), row), within(1e-12));
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void aModelReadBackScoresAsBefore(LocalModel model, @TempDir Path folder) throws IOException {
    LabelledMatrix rows = rows(model, 1_000);
    LogisticFit fit = LogisticFit.fit("test", rows.slice(0, 800), rows.slice(800, 1_000), 1);
    ModelFiles files = new ModelFiles(folder);
    files.save(model, fit, 1, rows.sha256());
    LinearScorer loaded = files.load(model);
    for (LabelledRow row : rows.rows()) {
      assertThat(loaded.probability(row.values()))
          .isEqualTo(fit.scorer().probability(row.values()));
    }
  }

  @Test
  void scoresOfLongVisitsFillAllBands() {
    Map<ScoreBand, Integer> bands = new EnumMap<>(ScoreBand.class);
    List<Attributes> rows = visits(ScoringProvider.MAX_ROWS);
    List<ModelAnswer> intent = provider("purchase-intent-v5").score(rows);
    List<ModelAnswer> affinity = provider("product-affinity-v3").score(rows);
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).number("time_spent").orElseThrow() >= 300) {
        double mean = (intent.get(i).score() + affinity.get(i).score()) / 2;
        bands.merge(ScoreBand.of(mean), 1, Integer::sum);
      }
    }
    assertThat(bands.keySet()).containsExactlyInAnyOrder(ScoreBand.values());
    assertThat(bands.values()).allMatch(count -> count > 50);
  }

  @Test
  void theModelOfCartsAnswersIntentDiscountAndHowSureItIs() {
    Set<Confidence> confidences = EnumSet.noneOf(Confidence.class);
    for (int orders = 0; orders < 40; orders++) {
      ModelAnswer answer = provider("purchase-intent-v4").score(List.of(cart(orders))).getFirst();
      Confidence confidence = answer.confidence().orElseThrow();
      assertThat(confidence).isEqualTo(Confidence.ofProbability(answer.score()));
      assertThat(answer.discountPercent().orElseThrow()).isBetween(5, 20);
      confidences.add(confidence);
    }
    assertThat(confidences).hasSizeGreaterThan(1);
  }

  private static Attributes cart(long orders) {
    return Attributes.of(
        Map.of(
            "purchase_history",
            orders,
            "cart_value",
            150.0,
            "email_engagement",
            orders / 40.0,
            "discount_sensitivity",
            0.8));
  }

  @Test
  void aModelThatKnowsTheSensitivityRecommendsADiscount() {
    List<Integer> discounts = new ArrayList<>();
    for (ModelAnswer answer : provider("purchase-intent-v5").score(visits(1_000))) {
      discounts.add(answer.discountPercent().orElseThrow());
    }
    assertThat(discounts).contains(5, 10, 15).allMatch(percent -> percent >= 5 && percent <= 20);
    assertThat(provider("product-affinity-v3").score(visits(10)))
        .allMatch(answer -> answer.discountPercent().isEmpty());
  }

  @Test
  void aCallTakesUpTo2000Rows() {
    List<Attributes> rows = Collections.nCopies(2_001, visits(1).getFirst());
    assertThatThrownBy(() -> provider("purchase-intent-v5").score(rows))
        .hasMessage("a call to purchase-intent-v5 takes up to 2000 rows, not 2001");
  }

  @Test
  void anUnknownModelIsNamedWithTheKnownOnes() {
    assertMissing(() -> provider("purchase-intent-v9"))
        .hasMessage(
            "there is no model purchase-intent-v9 in "
                + models
                + "; ./ceap train trains"
                + " [product-affinity-v3, purchase-intent-v4, purchase-intent-v5]");
  }

  @Test
  void anEmptyFolderSaysWhichCommandFillsIt(@TempDir Path empty) {
    assertThat(ModelTrainer.trained(empty)).isFalse();
    assertThat(ModelTrainer.trained(models)).isTrue();
    assertMissing(() -> LocalModelEndpoints.open(empty))
        .hasMessage(
            "the model purchase-intent-v5 is not there ("
                + empty.resolve("purchase-intent-v5.tribuo")
                + "); ./ceap train trains it");
  }

  @Test
  void aDamagedModelFileIsRefused(@TempDir Path folder) throws IOException {
    copyModels(folder);
    Files.write(folder.resolve("purchase-intent-v5.tribuo"), new byte[] {1, 2, 3});
    assertMissing(() -> LocalModelEndpoints.open(folder))
        .hasMessageStartingWith(
            "the model purchase-intent-v5 is not the file that its card describes (");
  }

  @Test
  void aModelOfAnotherFormatIsRefused(@TempDir Path folder) throws IOException {
    copyModels(folder);
    edit(
        folder.resolve("purchase-intent-v5.json"),
        "\"formatVersion\" : 1",
        "\"formatVersion\" : 9");
    assertMissing(() -> LocalModelEndpoints.open(folder))
        .hasMessageStartingWith("the model purchase-intent-v5 has format version 9, not 1 (");
  }

  @Test
  void aCardThatIsNoJsonIsRefused(@TempDir Path folder) throws IOException {
    copyModels(folder);
    Files.writeString(folder.resolve("product-affinity-v3.json"), "not json");
    assertMissing(() -> LocalModelEndpoints.open(folder))
        .hasMessageStartingWith("the model product-affinity-v3 cannot be read (")
        .hasMessageEndingWith("; ./ceap train trains it");
  }

  @Test
  void aModelOfOtherColumnsIsRefused(@TempDir Path folder) throws IOException {
    copyModels(folder);
    edit(folder.resolve("purchase-intent-v5.json"), "\"ln_view_count\"", "\"ln_clicks\"");
    assertMissing(() -> LocalModelEndpoints.open(folder))
        .hasMessageStartingWith(
            "the model purchase-intent-v5 was trained on the columns [ln_clicks");
  }

  @Test
  void theTableHasALineForEachModel() {
    assertThat(TrainingReports.table(reports).lines()).hasSize(reports.size() + 1);
    assertThat(TrainingReports.table(reports)).contains("purchase-intent-v4", "AUC", "Brier");
    assertThat(TrainingReports.calibration(reports.getFirst())).contains("0.4-0.5");
  }

  private static AbstractThrowableAssert<?, ?> assertMissing(
      ThrowableAssert.ThrowingCallable call) {
    return assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            CeapException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.MODEL_MISSING));
  }

  private static ScoringProvider provider(String name) {
    return LocalModelEndpoints.open(models).endpoint(name);
  }

  private static List<Attributes> visits(int count) {
    return new LabelledSessions(SEED + 1)
        .visits(count).stream().map(LabelledSession::features).toList();
  }

  private static LabelledMatrix rows(LocalModel model, int count) {
    return ModelTrainer.matrix(model, model.sessions().of(new LabelledSessions(SEED + 1), count));
  }

  private static double tribuo(LinearSGDModel model, List<String> columns, LabelledRow row) {
    return model
        .predict(TribuoData.example(columns, row))
        .getOutputScores()
        .get(TribuoData.BOUGHT.getLabel())
        .getScore();
  }

  private static void copyModels(Path folder) throws IOException {
    try (var files = Files.list(models)) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
  }

  private static void edit(Path file, String from, String to) throws IOException {
    Files.writeString(file, Files.readString(file).replace(from, to));
  }
}
