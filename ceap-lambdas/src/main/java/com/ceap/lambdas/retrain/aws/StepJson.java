package com.ceap.lambdas.retrain.aws;

import com.ceap.lambdas.retrain.HostedModel;
import com.ceap.lambdas.retrain.TrainingPlan;
import com.ceap.lambdas.retrain.TrainingTask;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What travels between the states of {@code retrain.asl.json}. */
record StepJson(String bucket) {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  static TrainingTask task(JsonNode input) {
    JsonNode task = input.path("task");
    JsonNode model = task.path("model");
    List<String> features = new ArrayList<>();
    model.path("features").forEach(feature -> features.add(feature.asText()));
    return new TrainingTask(
        new HostedModel(model.path("modelId").asText(), model.path("endpoint").asText(), features),
        Instant.parse(task.path("slot").asText()));
  }

  static ObjectNode models(List<HostedModel> models, Instant slot) {
    ObjectNode json = NODES.objectNode().put("slot", slot.toString());
    ArrayNode all = json.putArray("models");
    for (HostedModel model : models) {
      ObjectNode one = all.addObject();
      one.put("modelId", model.modelId()).put("endpoint", model.endpoint());
      model.features().forEach(one.withArray("features")::add);
    }
    return json;
  }

  /** Names and places as the calls of SageMaker want them. */
  ObjectNode plan(TrainingPlan plan) {
    ObjectNode json = NODES.objectNode().put("enough", true).put("name", plan.name());
    json.put("trainedJob", plan.name() + "-a").put("inPlaceJob", plan.name() + "-b");
    json.put("trainingUri", uri(plan.trainingKey())).put("heldOutUri", uri(plan.heldOutKey()));
    json.put("trainedAnswersUri", uri(plan.trainedAnswers()));
    json.put("inPlaceAnswersUri", uri(plan.inPlaceAnswers()));
    json.put("modelUri", uri(plan.artifactKey())).put("codeUri", uri(plan.codeKey()));
    ArrayNode features = NODES.arrayNode();
    plan.model().features().forEach(features::add);
    json.put("features", features.toString());
    json.put("sensitivity", plan.model().sensitivity().orElse(""));
    json.putObject("replacement").put("ModelName", plan.name());
    return json;
  }

  private String uri(String key) {
    return "s3://" + bucket + "/" + key;
  }
}
