package com.ceap.local.run;

import com.ceap.local.run.Explanation.Decision;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

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
    decision.scored().ifPresent(scored -> ScoredJson.write(scored, json));
    return json;
  }
}
