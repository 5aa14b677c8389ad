package com.ceap.local.workflow;

import com.ceap.lambdas.retrain.InputColumn;
import com.ceap.local.model.StandInTrainer;
import com.ceap.model.Attributes;
import com.ceap.runtime.objects.ObjectStore;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.ToDoubleFunction;

/**
 * SageMaker, as far as the state machine of retraining sees it. Jobs do their work when they are
 * created and are in progress for one look; what XGBoost would learn, the trainer of one machine
 * learns from the same CSV.
 */
final class StandInSageMaker {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String IN_PLACE = "model-in-place";

  private final ObjectStore objects;
  private final String bucket;
  private final Map<String, ToDoubleFunction<double[]>> artifacts = new ConcurrentHashMap<>();
  private final Map<String, JsonNode> models = new ConcurrentHashMap<>();
  private final Map<String, JsonNode> configurations = new ConcurrentHashMap<>();
  private final Map<String, ObjectNode> jobs = new ConcurrentHashMap<>();
  private final Map<String, String> endpoints = new ConcurrentHashMap<>();
  private final Map<String, Integer> looks = new ConcurrentHashMap<>();

  /** What was called, in the order of the calls. */
  final List<String> calls = new CopyOnWriteArrayList<>();

  /** What becomes of training jobs. */
  volatile String trainingEnds = "Completed";

  /** What becomes of endpoints that are updated. */
  volatile String updateEnds = "InService";

  StandInSageMaker(ObjectStore objects, String bucket) {
    this.objects = objects;
    this.bucket = bucket;
  }

  /** An endpoint with a model in place that answers as is given. */
  void host(String endpoint, List<String> features, ToDoubleFunction<double[]> answers) {
    ObjectNode model = JSON.createObjectNode().put("ModelName", IN_PLACE);
    model
        .putObject("PrimaryContainer")
        .put("ModelDataUrl", IN_PLACE)
        .putObject("Environment")
        .put("CEAP_FEATURES", JSON.valueToTree(features).toString());
    models.put(IN_PLACE, model);
    artifacts.put(IN_PLACE, answers);
    ObjectNode configuration = JSON.createObjectNode();
    configuration
        .putArray("ProductionVariants")
        .addObject()
        .put("VariantName", "only")
        .put("ModelName", IN_PLACE)
        .put("InstanceType", "ml.c7g.large")
        .put("InitialInstanceCount", 2);
    configurations.put("first", configuration);
    endpoints.put(endpoint, "first");
  }

  /** Has the endpoint answer by two models. */
  void addVariant() {
    ((ObjectNode) configurations.get("first"))
        .withArray("ProductionVariants")
        .addObject()
        .put("VariantName", "other")
        .put("ModelName", IN_PLACE);
  }

  /** The model that an endpoint has now. */
  JsonNode variant(String endpoint) {
    return configurations.get(endpoints.get(endpoint)).path("ProductionVariants").path(0);
  }

  /**
   * Answers a call.
   *
   * @throws IllegalArgumentException as SageMaker refuses
   */
  ObjectNode call(String action, JsonNode request) throws IOException {
    calls.add(action);
    ObjectNode answer = JSON.createObjectNode();
    switch (action) {
      case "create_training_job" -> train(request);
      case "create_transform_job" -> transform(request);
      case "create_model" -> create(models, request.path("ModelName").asText(), request);
      case "create_endpoint_config" ->
          create(configurations, request.path("EndpointConfigName").asText(), request);
      case "update_endpoint" -> update(request);
      case "describe_training_job" ->
          answer.setAll(job(request.path("TrainingJobName").asText(), "TrainingJobStatus"));
      case "describe_transform_job" ->
          answer.setAll(job(request.path("TransformJobName").asText(), "TransformJobStatus"));
      case "describe_model" -> answer.setAll(known(models, request.path("ModelName").asText()));
      case "describe_endpoint_config" ->
          answer.setAll(known(configurations, request.path("EndpointConfigName").asText()));
      case "describe_endpoint" -> answer.setAll(endpoint(request.path("EndpointName").asText()));
      default -> throw new IllegalArgumentException("nobody knows " + action);
    }
    return answer;
  }

  private static void create(Map<String, JsonNode> all, String name, JsonNode what) {
    if (all.putIfAbsent(name, what) != null) {
      throw new IllegalArgumentException("Cannot create already existing " + name);
    }
  }

  private static ObjectNode known(Map<String, JsonNode> all, String name) {
    if (!all.containsKey(name)) {
      throw new IllegalArgumentException("Could not find " + name);
    }
    return (ObjectNode) all.get(name);
  }

  private void train(JsonNode request) throws IOException {
    String name = request.path("TrainingJobName").asText();
    begin(name, trainingEnds);
    if (trainingEnds.equals("Completed")) {
      String csv = request.at("/InputDataConfig/0/DataSource/S3DataSource/S3Uri").asText();
      String artifact =
          request.at("/OutputDataConfig/S3OutputPath").asText() + name + "/output/model.tar.gz";
      artifacts.put(artifact, StandInTrainer.train(lines(key(csv))));
    } else {
      jobs.get(name).put("FailureReason", "ClientError: the rows cannot be read");
    }
  }

  private void begin(String name, String end) {
    if (jobs.putIfAbsent(name, JSON.createObjectNode().put("end", end)) != null) {
      throw new IllegalArgumentException("Job name must be unique: " + name);
    }
  }

  private ObjectNode job(String name, String status) {
    ObjectNode job = jobs.get(name);
    if (job == null) {
      throw new IllegalArgumentException("Requested resource not found: " + name);
    }
    boolean first = looks.merge(name, 1, Integer::sum) == 1;
    ObjectNode answer = JSON.createObjectNode();
    answer.put(status, first ? "InProgress" : job.path("end").asText());
    if (!first && job.has("FailureReason")) {
      answer.put("FailureReason", job.path("FailureReason").asText());
    }
    return answer;
  }

  private void transform(JsonNode request) throws IOException {
    begin(request.path("TransformJobName").asText(), "Completed");
    JsonNode model = known(models, request.path("ModelName").asText()).path("PrimaryContainer");
    ToDoubleFunction<double[]> answers = artifacts.get(model.path("ModelDataUrl").asText());
    List<InputColumn> columns = new ArrayList<>();
    JSON.readTree(model.at("/Environment/CEAP_FEATURES").asText())
        .forEach(feature -> columns.add(new InputColumn.ByKind(feature.asText())));
    String from = key(request.at("/TransformInput/DataSource/S3DataSource/S3Uri").asText());
    StringBuilder said = new StringBuilder();
    for (String line : lines(from)) {
      said.append(answer(JSON.readTree(line), columns, answers)).append('\n');
    }
    String to =
        key(request.at("/TransformOutput/S3OutputPath").asText())
            + from.substring(from.lastIndexOf('/') + 1)
            + ".out";
    objects.put(to, out -> out.write(said.toString().getBytes(StandardCharsets.UTF_8)));
  }

  private static ObjectNode answer(
      JsonNode request, List<InputColumn> columns, ToDoubleFunction<double[]> answers) {
    ObjectNode answer = JSON.createObjectNode();
    ArrayNode predictions = answer.putArray("predictions");
    for (JsonNode instance : request.path("instances")) {
      Map<String, Object> row = new LinkedHashMap<>();
      instance.properties().forEach(e -> row.put(e.getKey(), plain(e.getValue())));
      Attributes features = Attributes.of(row);
      double[] numbers = columns.stream().mapToDouble(c -> c.value(features)).toArray();
      predictions.addObject().put("score", answers.applyAsDouble(numbers));
    }
    return answer;
  }

  private static Object plain(JsonNode value) {
    return JSON.convertValue(value, Object.class);
  }

  private void update(JsonNode request) {
    String configuration = request.path("EndpointConfigName").asText();
    known(configurations, configuration);
    String name = request.path("EndpointName").asText();
    if (configuration.equals(endpoints.get(name))) {
      throw new IllegalArgumentException("Cannot update " + name + " to what it has");
    }
    looks.remove(name);
    if (updateEnds.equals("InService")) {
      endpoints.put(name, configuration);
    }
  }

  private ObjectNode endpoint(String name) {
    if (!endpoints.containsKey(name)) {
      throw new IllegalArgumentException("Could not find endpoint " + name);
    }
    boolean moving = calls.contains("update_endpoint") && looks.merge(name, 1, Integer::sum) == 1;
    return JSON.createObjectNode()
        .put("EndpointConfigName", endpoints.get(name))
        .put("EndpointStatus", moving ? "Updating" : "InService");
  }

  private String key(String uri) {
    String place = "s3://" + bucket + "/";
    if (!uri.startsWith(place)) {
      throw new IllegalArgumentException(uri + " is not in " + place);
    }
    return uri.substring(place.length());
  }

  private List<String> lines(String key) throws IOException {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(objects.open(key), StandardCharsets.UTF_8))) {
      return lines.lines().toList();
    }
  }
}
