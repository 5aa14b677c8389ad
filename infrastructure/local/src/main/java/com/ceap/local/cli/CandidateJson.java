package com.ceap.local.cli;

import com.ceap.model.Candidate;
import com.ceap.model.CandidateKey;
import com.ceap.model.Score;
import com.ceap.model.ScoredCandidate;
import com.ceap.storage.StoredCandidate;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Stored candidates as JSON. */
final class CandidateJson {
  private CandidateJson() {}

  static ArrayNode array(List<StoredCandidate> candidates) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    candidates.forEach(candidate -> array.add(object(candidate)));
    return array;
  }

  private static ObjectNode object(StoredCandidate stored) {
    ScoredCandidate decision = stored.decision();
    Candidate candidate = decision.candidate();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    key(candidate.key(), json);
    json.put("score", decision.score());
    decision.discountPercent().ifPresent(percent -> json.put("discountPercent", percent));
    ArrayNode scores = json.putArray("scores");
    decision.scores().forEach(score -> scores.add(score(score)));
    ArrayNode channels = json.putArray("channels");
    candidate.channels().forEach(channels::add);
    ObjectNode context = json.putObject("context");
    candidate.context().values().forEach(context::put);
    json.put("eventTime", candidate.eventTime().toString());
    json.put("businessDate", stored.businessDate().toString());
    json.put("runId", stored.runId());
    json.put("storedAt", stored.storedAt().toString());
    json.put("expires", stored.expires().toString());
    return json;
  }

  private static void key(CandidateKey key, ObjectNode json) {
    json.put("customerId", key.customerId());
    json.put("programId", key.programId());
    json.put("marketplace", key.marketplace());
    json.put("subjectType", key.subject().type());
    json.put("subjectId", key.subject().id());
  }

  private static ObjectNode score(Score score) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("modelId", score.modelId());
    json.put("value", score.value());
    score.discountPercent().ifPresent(percent -> json.put("discountPercent", percent));
    json.put("origin", score.origin().name());
    return json;
  }
}
