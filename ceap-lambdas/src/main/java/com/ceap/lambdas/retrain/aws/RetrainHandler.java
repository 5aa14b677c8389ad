package com.ceap.lambdas.retrain.aws;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.ceap.lambdas.export.ExportLimits;
import com.ceap.lambdas.export.ScratchFolder;
import com.ceap.lambdas.retrain.ExportedDecisions;
import com.ceap.lambdas.retrain.HostedModel;
import com.ceap.lambdas.retrain.RetrainRecord;
import com.ceap.lambdas.retrain.RetrainSteps;
import com.ceap.lambdas.retrain.RetrainSteps.Prepared;
import com.ceap.lambdas.retrain.TrainingTask;
import com.ceap.lambdas.retrain.Verdict;
import com.ceap.lambdas.topology.Setting;
import com.ceap.lambdas.wiring.aws.FunctionPlace;
import com.ceap.lambdas.wiring.aws.FunctionSettings;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.runtime.aws.FunctionLog;
import com.ceap.runtime.programs.PublishedPrograms;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * What the state machine of retraining cannot do by itself: {@code {"step": NAME, …}}. It calls
 * nothing of SageMaker. Thread-safe, but for {@code prepare}, which has the scratch space to
 * itself.
 */
public final class RetrainHandler implements RequestStreamHandler {
  private static final FunctionLog LOG = FunctionLog.of(RetrainHandler.class);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final PublishedPrograms programs;
  private final RetrainSteps steps;
  private final StepJson json;

  /** As the environment says. */
  public RetrainHandler() {
    this(FunctionPlace.fromEnvironment());
  }

  private RetrainHandler(FunctionPlace place) {
    this(place.programs(), steps(place), place.settings().dataBucket());
  }

  private static RetrainSteps steps(FunctionPlace place) {
    ExportLimits limits =
        place.settings().memoryMb().map(ExportLimits::ofFunction).orElse(ExportLimits.DEFAULT);
    Path scratch =
        ScratchFolder.fresh(Path.of(System.getProperty("java.io.tmpdir"), "ceap-retrain"));
    return new RetrainSteps(
        place.objects(),
        new ExportedDecisions(place.objects(), scratch, limits),
        FunctionSettings.require(place.settings().queuePrefix(), Setting.CEAP_QUEUE_PREFIX));
  }

  /**
   * With collaborators of one's own.
   *
   * @param bucket of the objects
   */
  public RetrainHandler(PublishedPrograms programs, RetrainSteps steps, String bucket) {
    this.programs = programs;
    this.steps = steps;
    this.json = new StepJson(bucket);
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    JsonNode input = JSON.readTree(in);
    ObjectNode answer = LOG.during(context, input.path("execution").asText(), () -> step(input));
    JSON.writeValue(out, answer);
  }

  private ObjectNode step(JsonNode input) {
    String step = input.path("step").asText();
    return switch (step) {
      case "models" -> StepJson.models(HostedModel.of(programs.newest().readable()), slot(input));
      case "prepare" -> prepare(StepJson.task(input));
      case "judge" -> judge(StepJson.task(input));
      case "deployed" -> told(steps.deployed(StepJson.task(input)));
      case "failed" ->
          told(steps.failed(StepJson.task(input), FailureReason.of(input.path("state"))));
      case "end" -> end(input);
      default ->
          throw new CeapException(
              ErrorCode.ARGUMENT_INVALID,
              "there is no step '%s'; known are models, prepare, judge, deployed, failed and end"
                  .formatted(step));
    };
  }

  /** The moment that was meant; begun by hand, the moment it began. */
  private static Instant slot(JsonNode input) {
    String due = input.path("input").path("scheduledTime").asText(input.path("begun").asText());
    return Instant.parse(due).truncatedTo(ChronoUnit.MINUTES);
  }

  private ObjectNode prepare(TrainingTask task) {
    return switch (steps.prepare(task)) {
      case Prepared.Ready(var plan) -> json.plan(plan);
      case Prepared.TooLittle(RetrainRecord record) -> told(record).put("enough", false);
    };
  }

  private ObjectNode judge(TrainingTask task) {
    Verdict verdict = steps.judge(task);
    LOG.info(
        "two models were compared",
        Map.of("model", task.model().modelId(), "reason", verdict.reason()));
    return JsonNodeFactory.instance
        .objectNode()
        .put("better", verdict.better())
        .put("decision", RetrainRecord.Decision.KEPT_OLD.name());
  }

  private static ObjectNode told(RetrainRecord record) {
    LOG.info(
        "a retraining was decided",
        Map.of("model", record.modelId(), "decision", record.decision().name()));
    return JsonNodeFactory.instance
        .objectNode()
        .put("modelId", record.modelId())
        .put("decision", record.decision().name());
  }

  private static ObjectNode end(JsonNode input) {
    int failed = 0;
    for (JsonNode one : input.path("decided")) {
      if (one.path("decision").asText().equals(RetrainRecord.Decision.FAILED.name())) {
        failed++;
      }
    }
    return JsonNodeFactory.instance.objectNode().put("failed", failed);
  }
}
