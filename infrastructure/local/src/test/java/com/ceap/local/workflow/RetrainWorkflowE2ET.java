package com.ceap.local.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.lambdas.batch.Registries;
import com.ceap.lambdas.export.DailyExport;
import com.ceap.lambdas.export.ExportLimits;
import com.ceap.lambdas.export.ExportProgress;
import com.ceap.lambdas.retrain.ExportedDecisions;
import com.ceap.lambdas.retrain.RetrainSteps;
import com.ceap.lambdas.retrain.aws.RetrainHandler;
import com.ceap.lambdas.topology.Machine;
import com.ceap.local.run.LocalRuns;
import com.ceap.model.program.Program;
import com.ceap.model.program.ProgramLoader;
import com.ceap.runtime.objects.FolderObjectStore;
import com.ceap.runtime.programs.PublishedPrograms;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The definition by which models are trained, executed on carts that were left and exported. */
class RetrainWorkflowE2ET {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String BUCKET = "DataBucket";
  private static final String SLOT = "2026-11-22T03:00:00Z";
  private static final String NAME = "ceap-test-purchase-intent-v4-20261122-0300";
  private static final String MODEL = LeftCarts.MODEL;

  @TempDir static Path shared;
  private static Interpreter interpreter;

  @TempDir Path folder;
  private FolderObjectStore objects;
  private StandInSageMaker sageMaker;
  private FunctionBridge bridge;

  @BeforeAll
  static void install() throws IOException, InterruptedException {
    interpreter = Interpreter.installed(shared);
  }

  @BeforeEach
  void open() throws IOException {
    objects = new FolderObjectStore(folder.resolve("objects"));
    RetrainSteps steps =
        new RetrainSteps(
            objects,
            new ExportedDecisions(
                objects, Files.createDirectories(folder.resolve("scratch")), ExportLimits.DEFAULT),
            "ceap-test-");
    RetrainHandler handler = new RetrainHandler(PublishedPrograms.only(program()), steps, BUCKET);
    bridge = new FunctionBridge(Map.of("Retrain", handler), objects);
    sageMaker = new StandInSageMaker(objects, BUCKET);
    bridge.host(sageMaker);
  }

  @AfterEach
  void close() {
    bridge.close();
  }

  @Test
  void aModelThatIsSurelyBetterTakesThePlaceOfTheOneThatAnswers() throws Exception {
    export(1_500);
    host(_ -> 0.5);

    JsonNode ended = run("better");

    assertThat(ended.path("status").asText()).as("%s%n%s", ended, record()).isEqualTo("SUCCEEDED");
    JsonNode variant = sageMaker.variant(MODEL);
    assertThat(variant.path("ModelName").asText()).isEqualTo(NAME);
    assertThat(variant.path("InstanceType").asText()).isEqualTo("ml.c7g.large");
    assertThat(variant.path("InitialInstanceCount").asInt()).isEqualTo(2);
    JsonNode record = record();
    assertThat(record.path("decision").asText()).isEqualTo("DEPLOYED");
    assertThat(record.path("trainingRows").asInt()).isEqualTo(1_200);
    assertThat(record.path("heldOutRows").asInt()).isEqualTo(300);
    assertThat(record.at("/logLossGain/low95").asDouble()).isPositive();
    assertThat(record.at("/trained/logLoss").asDouble())
        .isLessThan(record.at("/inPlace/logLoss").asDouble());
    assertThat(ended.path("largestPayload").asLong()).isLessThan(64 * 1024);
  }

  @Test
  void nothingThatNamesACustomerIsLearntFromOrAskedAbout() throws Exception {
    export(600);
    host(_ -> 0.5);
    run("names");

    List<String> written = objects.list("training/");
    assertThat(written).hasSize(5);
    for (String key : written) {
      assertThat(Files.readString(objects.path(key)))
          .as(key)
          .doesNotContain("C0")
          .doesNotContain("K0")
          .doesNotContain("customer");
    }
    String folder = "training/purchase-intent-v4/2026-11-22T03-00-00Z/";
    assertThat(Files.readAllLines(objects.path(folder + "train.csv")))
        .hasSize(480)
        .allMatch(line -> line.matches("[01](,-?[0-9.E-]+){4}"));
    assertThat(JSON.readTree(objects.path(folder + "held-out.jsonl").toFile()).at("/instances/0"))
        .hasSize(4);
  }

  @Test
  void aModelThatIsNotSurelyBetterDoesNot() throws Exception {
    export(1_500);
    host(LeftCarts::truth);

    JsonNode ended = run("not-better");

    assertThat(ended.path("status").asText()).as("%s%n%s", ended, record()).isEqualTo("SUCCEEDED");
    assertThat(sageMaker.variant(MODEL).path("ModelName").asText()).isEqualTo("model-in-place");
    assertThat(record().path("decision").asText()).isEqualTo("KEPT_OLD");
    assertThat(record().path("reason").asText()).isEqualTo("it is not surely better");
    assertThat(sageMaker.calls).doesNotContain("create_endpoint_config", "update_endpoint");
  }

  @Test
  void ofTooFewDecisionsNothingIsTrained() throws Exception {
    export(200);
    host(_ -> 0.5);

    JsonNode ended = run("few");

    assertThat(ended.path("status").asText()).as("%s%n%s", ended, record()).isEqualTo("SUCCEEDED");
    assertThat(record().path("decision").asText()).isEqualTo("NOT_ENOUGH_DATA");
    assertThat(record().path("reason").asText())
        .isEqualTo("it takes at least 500 decisions that are 7 days old, there are 200");
    assertThat(sageMaker.calls).containsExactly("describe_endpoint", "describe_endpoint_config");
  }

  @Test
  void aTrainingThatFailsIsRecordedAndTold() throws Exception {
    export(600);
    host(_ -> 0.5);
    sageMaker.trainingEnds = "Failed";

    JsonNode ended = run("failed");

    assertThat(ended.path("status").asText()).isEqualTo("FAILED");
    assertThat(ended.path("error").asText()).isEqualTo("TrainingFailed");
    assertThat(record().path("decision").asText()).isEqualTo("FAILED");
    assertThat(record().path("reason").asText())
        .isEqualTo("Failed; ClientError: the rows cannot be read");
    assertThat(record().path("trainingRows").asInt()).isEqualTo(480);
    assertThat(sageMaker.calls).doesNotContain("create_model");
  }

  @Test
  void anUpdateThatIsRolledBackIsAFailure() throws Exception {
    export(1_500);
    host(_ -> 0.5);
    sageMaker.updateEnds = "rolled back";

    JsonNode ended = run("rolled-back");

    assertThat(ended.path("status").asText()).isEqualTo("FAILED");
    assertThat(record().path("decision").asText()).isEqualTo("FAILED");
    assertThat(sageMaker.variant(MODEL).path("ModelName").asText()).isEqualTo("model-in-place");
  }

  @Test
  void withoutAnEndpointNothingIsPaidFor() throws Exception {
    export(600);

    JsonNode ended = run("no-endpoint");

    assertThat(ended.path("status").asText()).isEqualTo("FAILED");
    assertThat(record().path("reason").asText()).contains("Could not find endpoint " + MODEL);
    assertThat(sageMaker.calls).containsOnly("describe_endpoint");
  }

  @Test
  void anEndpointWithSeveralModelsIsForPeopleToDecideAbout() throws Exception {
    export(600);
    host(_ -> 0.5);
    sageMaker.addVariant();

    run("several");

    assertThat(record().path("reason").asText()).startsWith("SeveralModels; the endpoint has");
    assertThat(sageMaker.calls).containsOnly("describe_endpoint", "describe_endpoint_config");
  }

  @Test
  void doneAgainForTheSameSlotItMeetsWhatIsThere() throws Exception {
    export(1_500);
    host(_ -> 0.5);
    run("first");
    JsonNode first = record();
    sageMaker.calls.clear();

    JsonNode ended = run("again");

    assertThat(ended.path("status").asText()).as("%s%n%s", ended, record()).isEqualTo("SUCCEEDED");
    assertThat(record()).isEqualTo(first);
    assertThat(objects.list("models/decisions/")).hasSize(1);
    assertThat(sageMaker.calls).contains("describe_model");
    assertThat(sageMaker.variant(MODEL).path("ModelName").asText()).isEqualTo(NAME);
  }

  private void host(ToDoubleFunction<double[]> answers) {
    sageMaker.host(MODEL, LeftCarts.FEATURES, answers);
  }

  private void export(int carts) {
    try (LeftCarts shop = new LeftCarts(folder.resolve("shop"), carts)) {
      var _ =
          new DailyExport(shop.changes(), objects, folder, ExportLimits.DEFAULT)
              .run(LeftCarts.DAY, Optional.empty(), ExportProgress.NONE);
    }
  }

  private JsonNode run(String name) throws IOException, InterruptedException {
    ObjectNode input = JSON.createObjectNode().put("scheduledTime", SLOT);
    return interpreter.run(
        bridge.address(),
        new Interpreter.Execution(Machine.RETRAIN, name, "Models", input, JSON.createObjectNode()));
  }

  private JsonNode record() throws IOException {
    Path decisions = objects.path("models/decisions/" + MODEL);
    try (Stream<Path> records = Files.list(decisions)) {
      return JSON.readTree(records.toList().getLast().toFile());
    }
  }

  private static Program program() {
    return new ProgramLoader(Registries.load().extensions())
        .load(LocalRuns.home().resolve("programs/abandoned-cart-recovery.yaml"))
        .orElseThrow();
  }
}
