package com.ceap.scoring.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The model behind the stub server: its score is the feature {@code x}. */
public final class EchoingModel implements ResponseDefinitionTransformerV2 {
  static final String NAME = "echoing-model";
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public String getName() {
    return NAME;
  }

  @Override
  public boolean applyGlobally() {
    return false;
  }

  @Override
  public ResponseDefinition transform(ServeEvent event) {
    try {
      ObjectNode answer = JSON.createObjectNode();
      ArrayNode predictions = answer.putArray("predictions");
      for (JsonNode instance : JSON.readTree(event.getRequest().getBody()).get("instances")) {
        predictions.addObject().put("score", instance.get("x").doubleValue());
      }
      return new ResponseDefinition(200, JSON.writeValueAsString(answer));
    } catch (IOException e) {
      throw new UncheckedIOException("the request is no JSON", e);
    }
  }
}
