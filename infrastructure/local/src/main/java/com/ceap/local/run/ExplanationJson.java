package com.ceap.local.run;

import com.ceap.local.run.Explanation.Decision;
import com.ceap.model.Score;
import com.ceap.model.ScoredCandidate;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;

/** An explanation for machines. */
public final class ExplanationJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ExplanationJson() {}

  public static ObjectNode tree(Explanation explanation, String customerId) {
    ObjectNode json = JSON.createObjectNode();
    json.put("programId", explanation.programId());
    json.put("executionId", explanation.executionId());
    json.put("state", explanation.runState());
    json.put("customerId", customerId);
    ArrayNode decisions = json.putArray("decisions");
    explanation.decisions().forEach(decision -> decisions.add(decision(decision)));
    return json;
  }

  private static ObjectNode decision(Decision decision) {
    ObjectNode json = JSON.createObjectNode();
    json.put("subjectType", decision.subject().type());
    json.put("subjectId", decision.subject().id());
    json.put("marketplace", decision.marketplace());
    json.put("end", decision.end().name());
    ArrayNode passed = json.putArray("passed");
    decision.passed().forEach(passed::add);
    decision
        .rejection()
        .ifPresent(
            r ->
                json.putObject("rejection")
                    .put("filterId", r.filterId())
                    .put("reason", r.reasonCode())
                    .put("sentence", r.sentence()));
    decision.scored().ifPresent(scored -> scored(json, scored));
    return json;
  }

  private static void scored(ObjectNode json, ScoredCandidate scored) {
    ObjectNode features = json.putObject("features");
    for (Map.Entry<String, Object> feature : scored.features().asMap().entrySet()) {
      Object value = feature.getValue();
      features.set(
          feature.getKey(), JSON.valueToTree(value instanceof Instant at ? at.toString() : value));
    }
    ArrayNode scores = json.putArray("scores");
    for (Score score : scored.scores()) {
      ObjectNode one = scores.addObject();
      one.put("modelId", score.modelId());
      one.put("score", score.value());
      one.put("origin", score.origin().name());
    }
    json.put("score", scored.score());
    scored.discountPercent().ifPresent(percent -> json.put("discountPercent", percent));
    ArrayNode channels = json.putArray("channels");
    scored.candidate().channels().forEach(channels::add);
  }
}
