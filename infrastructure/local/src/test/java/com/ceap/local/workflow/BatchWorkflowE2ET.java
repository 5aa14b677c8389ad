package com.ceap.local.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.lambdas.batch.Progress;
import com.ceap.lambdas.batch.Registries;
import com.ceap.lambdas.batch.RunState;
import com.ceap.lambdas.batch.RunSummary;
import com.ceap.lambdas.batch.SummaryJson;
import com.ceap.local.model.ModelTrainer;
import com.ceap.local.platform.LocalPlatform;
import com.ceap.local.run.LazyModels;
import com.ceap.local.run.LocalBatch;
import com.ceap.local.run.LocalRuns;
import com.ceap.local.sample.SampleProgress;
import com.ceap.local.sample.SampleShop;
import com.ceap.local.sample.SampleShopConfig;
import com.ceap.local.sample.TableFormat;
import com.ceap.local.warehouse.DuckDbLimits;
import com.ceap.local.warehouse.DuckDbWarehouse;
import com.ceap.model.error.ErrorCode;
import com.ceap.model.program.Program;
import com.ceap.model.program.ProgramLoader;
import com.ceap.runtime.metrics.Metric;
import com.ceap.storage.Run;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The state machine's definition, executed, against the run on one machine. */
class BatchWorkflowE2ET {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long CUSTOMERS = 1_000;
  private static final long INTERACTIONS = 3_000;
  private static final DuckDbLimits LIMITS = DuckDbLimits.DEFAULT.withChunkRows(400);
  private static final long LIMIT = 256 * 1024;

  @TempDir static Path folder;
  private static Interpreter interpreter;
  private static Path shop;
  private static Path models;
  private static Path prepared;
  private static RunSummary local;
  private static Map<String, Double> expected;

  @TempDir Path data;
  private FailingWarehouse warehouse;
  private DuckDbWarehouse tables;
  private Workshop workshop;

  @BeforeAll
  static void runOnOneMachine() throws IOException, InterruptedException {
    interpreter = Interpreter.installed(folder);
    shop = folder.resolve("warehouse");
    models = folder.resolve("models");
    prepared = folder.resolve("prepared");
    SampleShop.generate(
        new SampleShopConfig(
            CUSTOMERS,
            INTERACTIONS,
            SampleShopConfig.DEFAULT_PRODUCTS,
            5,
            LocalRuns.DAY,
            shop,
            TableFormat.PARQUET,
            SampleProgress.NONE));
    ModelTrainer.train(models, 7, 2_000, (model, done, total) -> {});
    try (LocalPlatform platform = LocalRuns.open(prepared)) {
      platform.referenceTables().load(shop, (table, rows) -> {});
    }
    Path whole = copy(folder.resolve("whole"));
    local = runLocally(whole, program(""));
    expected = LocalRuns.stored(whole, local.programId(), "in-app");
    assertThat(local.state()).isEqualTo(RunState.COMPLETE);
    assertThat(expected).hasSizeGreaterThan(100);
  }

  private static RunSummary runLocally(Path data, Program program) {
    try (LocalPlatform platform = LocalRuns.open(data)) {
      return new LocalBatch(platform, new LazyModels(models), 2, LIMITS)
          .run(program, shop, LocalRuns.DAY, false, LocalBatch.Mode.FUSED, Progress.SILENT);
    }
  }

  @BeforeEach
  void openWarehouse() throws IOException {
    copy(data.resolve("store"));
    tables = DuckDbWarehouse.open(shop, Files.createDirectories(data.resolve("spill")), LIMITS);
    warehouse = new FailingWarehouse(tables);
  }

  @AfterEach
  void close() {
    workshop.close();
    tables.close();
  }

  @Test
  void theStateMachineStoresWhatARunOnOneMachineStores() throws Exception {
    open("");
    JsonNode ended = workshop.run("whole", workshop.input());
    assertThat(ended.path("status").asText()).as(ended.toString()).isEqualTo("SUCCEEDED");
    assertThat(ended.path("output").asText()).contains("\"stored\": " + local.stored());
    assertThat(workshop.stored()).isEqualTo(expected);
    assertThat(counts(workshop.summary("whole")))
        .isEqualTo(counts(JSON.readTree(SummaryJson.text(local))));
    assertThat(workshop.newestRun()).isEqualTo(Run.State.SUCCEEDED);
    assertThat(workshop.measured.sum(Metric.RUNS_COMPLETE)).isEqualTo(1);
    assertThat(workshop.measured.sum(Metric.RECORDS_REJECTED))
        .isEqualTo((double) local.rejectedRecords());
    assertThat(workshop.bridge.calls)
        .startsWith("Extract")
        .endsWith("Complete")
        .hasSize(3 + 4 * local.chunks());
  }

  @Test
  void aChunkThatFailsWithinTheToleranceLeavesTheOthersWhole() throws Exception {
    open("toleratedFailureRatio: 0.3");
    warehouse.refuse(1, ErrorCode.QUERY_INVALID, Integer.MAX_VALUE);
    JsonNode ended = workshop.run("tolerated", workshop.input());
    assertThat(ended.path("status").asText()).isEqualTo("SUCCEEDED");
    JsonNode failure = workshop.summary("tolerated").path("failures");
    assertThat(failure).hasSize(1);
    assertThat(failure.path(0).path("chunk").asInt()).isEqualTo(1);
    assertThat(failure.path(0).path("stage").asText()).isEqualTo("etl");
    assertThat(failure.path(0).path("code").asText()).isEqualTo("QUERY_INVALID");
    assertThat(failure.path(0).path("message").asText()).isEqualTo("these rows cannot be read now");
    assertThat(workshop.stored()).isNotEmpty();
    assertThat(expected).containsAllEntriesOf(workshop.stored());
    assertThat(workshop.stored().size()).isLessThan(expected.size());
  }

  @Test
  void aChunkThatFailsBeyondTheToleranceFailsTheRunAndStoresNothing() throws Exception {
    open("toleratedFailureRatio: 0.05");
    warehouse.refuse(1, ErrorCode.QUERY_INVALID, Integer.MAX_VALUE);
    JsonNode ended = workshop.run("beyond", workshop.input());
    assertThat(ended.path("status").asText()).isEqualTo("FAILED");
    assertThat(ended.path("error").asText())
        .isEqualTo("com.ceap.lambdas.batch.aws.RunFailedException");
    String problem =
        "1 of %d chunks failed, tolerated is a share of 0.05; the first: QUERY_INVALID: these rows cannot be read now"
            .formatted(local.chunks());
    assertThat(ended.path("cause").asText()).contains(problem);
    assertThat(workshop.summary("beyond").path("problem").asText()).isEqualTo(problem);
    assertThat(workshop.summary("beyond").path("state").asText()).isEqualTo("FAILED");
    assertThat(workshop.newestRun()).isEqualTo(Run.State.FAILED);
    assertThat(workshop.measured.sum(Metric.RUNS_FAILED)).isEqualTo(1);
    assertThat(workshop.stored()).isEmpty();
    assertThat(workshop.bridge.calls).doesNotContain("Store");
  }

  @Test
  void aTransientErrorIsTriedAgainAfterAPauseThatJitterSpreads() throws Exception {
    open("");
    warehouse.refuse(0, ErrorCode.STORE_THROTTLED, 3);
    JsonNode ended = workshop.run("throttled", workshop.input());
    assertThat(ended.path("status").asText()).isEqualTo("SUCCEEDED");
    assertThat(ended.path("retries")).hasSize(3);
    for (int i = 0; i < 3; i++) {
      assertThat(ended.path("retries").path(i).asDouble()).isBetween(0.0, 2.0 * (1 << i));
    }
    assertThat(workshop.stored()).isEqualTo(expected);
    assertThat(workshop.summary("throttled").path("failures")).isEmpty();
  }

  @Test
  void anErrorThatStaysIsNotTriedAgain() throws Exception {
    open("");
    warehouse.refuse(0, ErrorCode.DEFECT, 1);
    JsonNode ended = workshop.run("defect", workshop.input());
    assertThat(ended.path("status").asText()).isEqualTo("FAILED");
    assertThat(ended.path("retries")).isEmpty();
  }

  @Test
  void tooManyPoisonedRecordsFailTheRun() throws Exception {
    assertThat(local.rejectedRecords()).isPositive();
    open("maxRejectRatio: 0");
    JsonNode ended = workshop.run("poisoned", workshop.input());
    assertThat(ended.path("status").asText()).isEqualTo("FAILED");
    assertThat(workshop.summary("poisoned").path("problem").asText())
        .startsWith(
            "TOO_MANY_REJECTS: %d of %d records".formatted(local.rejectedRecords(), local.raw()));
    assertThat(workshop.stored()).isEmpty();
  }

  @Test
  void aChildThatRunsTwiceChangesNothing() throws Exception {
    open("");
    workshop.bridge.times = 2;
    JsonNode ended = workshop.run("twice", workshop.input());
    assertThat(ended.path("status").asText()).isEqualTo("SUCCEEDED");
    assertThat(workshop.stored()).isEqualTo(expected);
    assertThat(counts(workshop.summary("twice")))
        .isEqualTo(counts(JSON.readTree(SummaryJson.text(local))));
  }

  @Test
  void aKilledExecutionIsTakenUpWhereItStopped() throws Exception {
    open("");
    stop("killed", "Score", 4);
    workshop.bridge.calls.clear();
    JsonNode ended = workshop.run("again", workshop.input().put("rerun", "killed"));
    assertThat(ended.path("status").asText()).as(ended.toString()).isEqualTo("SUCCEEDED");
    assertThat(Collections.frequency(workshop.bridge.calls, "Etl"))
        .isPositive()
        .isLessThan(local.chunks());
    assertThat(workshop.stored()).isEqualTo(expected);
    assertThat(counts(workshop.summary("killed")))
        .isEqualTo(counts(JSON.readTree(SummaryJson.text(local))));
  }

  @Test
  void aRedrivenExecutionGoesOnWithWhatIsMissing() throws Exception {
    open("");
    warehouse.refuse(2, ErrorCode.QUERY_INVALID, 1);
    JsonNode failed = workshop.run("redriven", workshop.input());
    assertThat(failed.path("status").asText()).isEqualTo("FAILED");
    workshop.bridge.calls.clear();
    JsonNode ended = workshop.redrive("redriven", failed);
    assertThat(ended.path("status").asText()).as(ended.toString()).isEqualTo("SUCCEEDED");
    assertThat(workshop.bridge.calls)
        .startsWith("Complete", "Extract", "Etl", "Filter", "Score", "Select")
        .contains("Store");
    assertThat(Collections.frequency(workshop.bridge.calls, "Etl")).isEqualTo(1);
    assertThat(workshop.stored()).isEqualTo(expected);
    assertThat(workshop.newestRun()).isEqualTo(Run.State.SUCCEEDED);
  }

  @Test
  void theRunOfAStoppedExecutionIsSettledAndItsRedriveGoesOn() throws Exception {
    open("");
    stop("stopped", "Store", 2);
    assertThat(workshop.newestRun()).isEqualTo(Run.State.RUNNING);
    assertThat(workshop.settle("stopped", "ABORTED", workshop.input())).isTrue();
    assertThat(workshop.newestRun()).isEqualTo(Run.State.FAILED);
    assertThat(workshop.summary("stopped").path("problem").asText())
        .isEqualTo(
            "execution stopped was stopped; redrive it, or start one with"
                + " {\"programId\": …, \"rerun\": …}");
    assertThat(workshop.measured.sum(Metric.RUNS_FAILED)).isEqualTo(1);
    JsonNode ended = workshop.redriveStore("stopped");
    assertThat(ended.path("status").asText()).as(ended.toString()).isEqualTo("SUCCEEDED");
    assertThat(workshop.newestRun()).isEqualTo(Run.State.SUCCEEDED);
    assertThat(workshop.stored()).isEqualTo(expected);
  }

  @Test
  void whatIsToldTwiceOrLateOfAnExecutionChangesNothing() throws Exception {
    open("");
    stop("late", "Score", 4);
    ObjectNode rerun = workshop.input().put("rerun", "late");
    assertThat(workshop.run("again", rerun).path("status").asText()).isEqualTo("SUCCEEDED");
    assertThat(workshop.settle("late", "TIMED_OUT", workshop.input())).isFalse();
    assertThat(workshop.settle("again", "FAILED", rerun)).isFalse();
    assertThat(workshop.settle("never-begun", "ABORTED", workshop.input())).isFalse();
    assertThat(workshop.newestRun()).isEqualTo(Run.State.SUCCEEDED);
    assertThat(workshop.measured.sum(Metric.RUNS_FAILED)).isZero();
  }

  @Test
  void aRunThatAnotherExecutionTookUpIsSettledToo() throws Exception {
    open("");
    stop("first", "Score", 4);
    ObjectNode rerun = workshop.input().put("rerun", "first");
    assertThat(workshop.settle("second", "TIMED_OUT", rerun)).isTrue();
    assertThat(workshop.summary("first").path("problem").asText())
        .startsWith("execution second took longer than a batch may; ");
  }

  /** Stops an execution when a function is called for the nth time. */
  private void stop(String name, String at, int times) throws Exception {
    AtomicInteger called = new AtomicInteger();
    Process[] execution = new Process[1];
    workshop.bridge.watcher =
        function -> {
          if (function.equals(at) && called.incrementAndGet() == times) {
            execution[0].destroyForcibly();
          }
        };
    execution[0] = workshop.start(name, workshop.input());
    assertThat(execution[0].waitFor()).isEqualTo(137);
    workshop.bridge.watcher = function -> {};
    workshop.bridge.awaitSilence();
  }

  @Test
  void aDryRunDecidesAndStoresNothing() throws Exception {
    open("");
    JsonNode ended = workshop.run("dry", workshop.input().put("dryRun", true));
    assertThat(ended.path("status").asText()).isEqualTo("SUCCEEDED");
    assertThat(ended.path("output").asText()).contains("DRY_RUN");
    assertThat(workshop.summary("dry").path("scored").asLong()).isEqualTo(local.scored());
    assertThat(workshop.stored()).isEmpty();
    assertThat(workshop.bridge.calls).doesNotContain("Store");
  }

  @Test
  void aProgramThatIsSwitchedOffEndsAtOnce() throws Exception {
    open("enabled: false");
    JsonNode ended = workshop.run("off", workshop.input());
    assertThat(ended.path("status").asText()).isEqualTo("SUCCEEDED");
    assertThat(ended.path("output").asText()).contains("DISABLED");
    assertThat(workshop.bridge.calls).containsExactly("Extract", "Complete");
  }

  @Test
  void anUnknownProgramIsNamedInTheFailure() throws Exception {
    open("");
    JsonNode ended = workshop.run("unknown", workshop.input().put("programId", "nobody"));
    assertThat(ended.path("status").asText()).isEqualTo("FAILED");
    assertThat(ended.path("cause").asText())
        .contains(
            "programId is 'nobody'; no such program is published, known are [product-recommendations]");
    assertThat(workshop.bridge.calls).containsExactly("Extract", "Complete");
  }

  @Test
  void whatTravelsBetweenStatesStaysFarBelowTheLimit() throws Exception {
    tables.close();
    tables =
        DuckDbWarehouse.open(shop, data.resolve("spill"), DuckDbLimits.DEFAULT.withChunkRows(20));
    warehouse = new FailingWarehouse(tables);
    open("");
    JsonNode ended = workshop.run("many", workshop.input());
    assertThat(ended.path("status").asText()).as(ended.toString()).isEqualTo("SUCCEEDED");
    // A hundred, but for those into which no customer falls.
    assertThat(workshop.summary("many").path("chunks").asInt()).isBetween(90, 100);
    assertThat(ended.path("largestPayload").asLong()).isLessThan(LIMIT / 20);
    assertThat(workshop.stored()).isEqualTo(expected);
  }

  private void open(String line) throws IOException {
    workshop = new Workshop(program(line), data.resolve("store"), models, warehouse, interpreter);
  }

  /** The program that ships, with a line of its own in place of what it says there. */
  private static Program program(String line) {
    Path yaml = LocalRuns.home().resolve("programs/product-recommendations.yaml");
    try {
      String key = line.replaceFirst(":.*", "");
      List<String> lines =
          Files.readAllLines(yaml).stream()
              .filter(l -> key.isEmpty() || !l.startsWith(key + ":"))
              .toList();
      String text = String.join("\n", lines) + "\n" + line + "\n";
      return new ProgramLoader(Registries.load().extensions())
          .load("program.yaml", text.getBytes(StandardCharsets.UTF_8))
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a run counted, without its name and its times. */
  private static JsonNode counts(JsonNode summary) {
    ObjectNode counts = summary.deepCopy();
    counts.remove(List.of("executionId", "seconds", "recordsPerSecond"));
    counts.path("stages").forEach(stage -> ((ObjectNode) stage).remove("seconds"));
    return counts;
  }

  private static Path copy(Path target) throws IOException {
    try (Stream<Path> files = Files.walk(prepared)) {
      for (Path file : files.toList()) {
        Path to = target.resolve(prepared.relativize(file));
        if (!Files.isDirectory(to)) {
          Files.copy(file, to);
        }
      }
    }
    return target;
  }
}
