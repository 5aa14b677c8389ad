package com.ceap.lambdas.queue.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A queue that takes every message of a batch, except those whose body says "refuse". */
public final class TakingQueue implements ResponseDefinitionTransformerV2 {
  static final String NAME = "taking-queue";
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
      ArrayNode successful = answer.putArray("Successful");
      ArrayNode failed = answer.putArray("Failed");
      for (JsonNode entry : JSON.readTree(event.getRequest().getBody()).get("Entries")) {
        String id = entry.get("Id").asText();
        if (entry.get("MessageBody").asText().contains("refuse")) {
          failed.addObject().put("Id", id).put("Code", "InternalError").put("SenderFault", false);
        } else {
          successful.addObject().put("Id", id).put("MessageId", "m" + id);
        }
      }
      return new ResponseDefinition(200, JSON.writeValueAsString(answer));
    } catch (IOException e) {
      throw new UncheckedIOException("the request is no JSON", e);
    }
  }
}
