package com.ceap.lambdas.batch;

import com.ceap.lambdas.stage.StageReport;
import com.ceap.scoring.ModelReport;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** The summary of a run as JSON; the field names are part of the platform's interface. */
public final class SummaryJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private SummaryJson() {}

  public static String text(RunSummary summary) {
    return tree(summary).toPrettyString();
  }

  public static ObjectNode tree(RunSummary run) {
    ObjectNode json = JSON.createObjectNode();
    json.put("programId", run.programId());
    json.put("programVersion", run.programVersion());
    json.put("executionId", run.executionId());
    json.put("businessDate", run.businessDate().toString());
    json.put("state", run.state().name());
    run.problem().ifPresent(problem -> json.put("problem", problem));
    json.put("raw", run.raw());
    json.put("rejectedRecords", run.rejectedRecords());
    json.set("recordReasons", counts(run.recordReasons()));
    json.put("duplicates", run.duplicates());
    json.put("notServed", run.notServed());
    run.newestRecord().ifPresent(newest -> json.put("newestRecord", newest.toString()));
    json.put("unique", run.unique());
    json.set("filters", filters(run));
    json.put("eligible", run.eligible());
    json.set("unscored", counts(run.unscored()));
    json.put("scored", run.scored());
    json.put("selected", run.selected());
    json.put("stored", run.stored());
    json.set("scoreDistribution", distribution(run.scoreDistribution()));
    json.set("models", models(run));
    json.set("stages", stages(run));
    json.put("chunks", run.chunks());
    json.set("failures", JSON.valueToTree(run.failures()));
    json.put("seconds", round(run.seconds()));
    json.put("recordsPerSecond", Math.round(run.recordsPerSecond()));
    return json;
  }

  private static ObjectNode counts(Map<String, Long> counts) {
    ObjectNode json = JSON.createObjectNode();
    counts.forEach(json::put);
    return json;
  }

  private static ArrayNode filters(RunSummary run) {
    ArrayNode json = JSON.createArrayNode();
    for (var filter : run.filters()) {
      ObjectNode one = json.addObject();
      one.put("filterId", filter.filterId());
      one.put("in", filter.in());
      one.put("rejected", filter.rejected());
      one.set("reasons", counts(filter.reasons()));
    }
    return json;
  }

  private static ObjectNode distribution(ScoreDistribution bands) {
    return JSON.createObjectNode()
        .put("high", bands.high())
        .put("medium", bands.medium())
        .put("low", bands.low());
  }

  private static ArrayNode models(RunSummary run) {
    ArrayNode json = JSON.createArrayNode();
    for (ModelReport model : run.models()) {
      ObjectNode one =
          json.addObject()
              .put("modelId", model.modelId())
              .put("fromModel", model.fromModel())
              .put("fromCache", model.fromCache())
              .put("fromFallback", model.fromFallback())
              .put("rejected", model.rejected())
              .put("calls", model.calls())
              .put("failedCalls", model.failedCalls());
      ArrayNode failures = one.putArray("failures");
      model.failures().forEach(failures::add);
    }
    return json;
  }

  private static ArrayNode stages(RunSummary run) {
    ArrayNode json = JSON.createArrayNode();
    for (StageReport stage : run.stages()) {
      json.addObject()
          .put("stage", stage.stage())
          .put("in", stage.in())
          .put("out", stage.out())
          .put("seconds", round(stage.seconds()));
    }
    return json;
  }

  private static double round(double seconds) {
    return Math.round(seconds * 1000) / 1000.0;
  }
}
