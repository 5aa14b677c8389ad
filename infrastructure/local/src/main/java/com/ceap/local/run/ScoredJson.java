package com.ceap.local.run;

import com.ceap.model.Score;
import com.ceap.model.ScoredCandidate;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;

/** What models were given and said of a candidate, for machines. */
public final class ScoredJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ScoredJson() {}

  /** Adds features, scores, offer and channels to a document. */
  public static void write(ScoredCandidate scored, ObjectNode json) {
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
