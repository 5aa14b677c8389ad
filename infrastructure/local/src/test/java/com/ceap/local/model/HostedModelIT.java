package com.ceap.local.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.ceap.architecture.ProjectRoot;
import com.ceap.lambdas.export.DailyExport;
import com.ceap.lambdas.export.ExportLimits;
import com.ceap.lambdas.export.ExportProgress;
import com.ceap.lambdas.retrain.ExportedDecisions;
import com.ceap.lambdas.retrain.HostedModel;
import com.ceap.lambdas.retrain.RetrainSteps;
import com.ceap.lambdas.retrain.RetrainSteps.Prepared;
import com.ceap.lambdas.retrain.TrainingPlan;
import com.ceap.lambdas.retrain.TrainingTask;
import com.ceap.lambdas.retrain.Verdict;
import com.ceap.lambdas.topology.Machine;
import com.ceap.local.workflow.LeftCarts;
import com.ceap.runtime.objects.FolderObjectStore;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written for SageMaker, with XGBoost itself in place of SageMaker's container of it. */
class HostedModelIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String VERSION = "3.2.0";
  private static final String SENSITIVITY = "discount_sensitivity";

  @TempDir static Path shared;
  private static Path python;

  @TempDir Path folder;

  /** Without a registry of Python's packages the test is skipped. */
  @BeforeAll
  static void install() throws IOException, InterruptedException {
    Path venv = ProjectRoot.find().resolve("target/xgboost-" + VERSION);
    python = venv.resolve("bin/python");
    if (!Files.exists(venv.resolve("installed"))) {
      assumeTrue(run("python3", "-m", "venv", "--clear", venv.toString()) == 0, "no python3");
      assumeTrue(
          run(venv.resolve("bin/pip").toString(), "install", "-q", "xgboost-cpu==" + VERSION) == 0,
          "pip could not install XGBoost");
      Files.createFile(venv.resolve("installed"));
    }
    try (InputStream in = HostedModelIT.class.getResourceAsStream("container.py")) {
      Files.copy(in, shared.resolve("container.py"));
    }
  }

  private static int run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }

  @Test
  void whatXgboostLearnsFromTheRowsAnswersAsThePlatformAsksAndIsBetter() throws Exception {
    FolderObjectStore objects = new FolderObjectStore(folder.resolve("objects"));
    RetrainSteps steps = steps(objects);
    TrainingTask task =
        new TrainingTask(
            new HostedModel(LeftCarts.MODEL, "endpoint", LeftCarts.FEATURES),
            Instant.parse("2026-11-22T03:00:00Z"));
    TrainingPlan plan = ((Prepared.Ready) steps.prepare(task)).plan();

    container(objects, plan);
    List<String> requests = lines(objects, plan.heldOutKey());
    List<String> answers = lines(objects, plan.trainedAnswers() + "held-out.jsonl.out");
    assertThat(answers).hasSize(requests.size()).hasSize(3);
    for (int i = 0; i < answers.size(); i++) {
      assertDiscounts(JSON.readTree(requests.get(i)), JSON.readTree(answers.get(i)));
    }

    answerEvenly(objects, plan, requests);
    Verdict verdict = steps.judge(task);
    assertThat(verdict.better()).as(verdict.reason()).isTrue();
    assertThat(verdict.trained().orElseThrow().auc()).isGreaterThan(0.75);
  }

  private RetrainSteps steps(FolderObjectStore objects) throws IOException {
    try (LeftCarts shop = new LeftCarts(folder.resolve("shop"), 1_500)) {
      var _ =
          new DailyExport(shop.changes(), objects, folder, ExportLimits.DEFAULT)
              .run(LeftCarts.DAY, Optional.empty(), ExportProgress.NONE);
    }
    return new RetrainSteps(
        objects, new ExportedDecisions(objects, folder, ExportLimits.DEFAULT), "ceap-test-");
  }

  private void container(FolderObjectStore objects, TrainingPlan plan)
      throws IOException, InterruptedException {
    Path answers = folder.resolve("answers");
    ProcessBuilder builder =
        new ProcessBuilder(
                python.toString(),
                shared.resolve("container.py").toString(),
                objects.path(plan.trainingKey()).toString(),
                objects.path(plan.codeKey()).toString(),
                objects.path(plan.heldOutKey()).toString(),
                answers.toString(),
                hyperparameters())
            .inheritIO();
    builder.environment().put("CEAP_FEATURES", JSON.writeValueAsString(LeftCarts.FEATURES));
    builder.environment().put("CEAP_SENSITIVITY", plan.model().sensitivity().orElse(""));
    assertThat(builder.start().waitFor()).isZero();
    objects.put(plan.trainedAnswers() + "held-out.jsonl.out", out -> Files.copy(answers, out));
  }

  /** Those of the definition that is deployed. */
  private static String hyperparameters() throws IOException {
    try (InputStream in = Machine.class.getResourceAsStream(Machine.RETRAIN.definition())) {
      return JSON.readTree(in).findValue("HyperParameters").toString();
    }
  }

  /** As the models of one machine recommend them. */
  private static void assertDiscounts(JsonNode request, JsonNode answer) {
    JsonNode instances = request.path("instances");
    JsonNode predictions = answer.path("predictions");
    assertThat(predictions).hasSameSizeAs(instances);
    for (int i = 0; i < predictions.size(); i++) {
      JsonNode prediction = predictions.get(i);
      assertThat(prediction.path("discount").asInt())
          .isEqualTo(
              Discount.percent(
                  prediction.path("score").asDouble(),
                  instances.get(i).path(SENSITIVITY).asDouble()));
    }
  }

  private static void answerEvenly(
      FolderObjectStore objects, TrainingPlan plan, List<String> requests) throws IOException {
    StringBuilder even = new StringBuilder();
    for (String request : requests) {
      even.append("{\"predictions\": [");
      int rows = JSON.readTree(request).path("instances").size();
      even.append("0.5,".repeat(rows - 1)).append("0.5]}\n");
    }
    byte[] bytes = even.toString().getBytes(StandardCharsets.UTF_8);
    objects.put(plan.inPlaceAnswers() + "held-out.jsonl.out", out -> out.write(bytes));
  }

  private static List<String> lines(FolderObjectStore objects, String key) throws IOException {
    return Files.readAllLines(objects.path(key));
  }
}
