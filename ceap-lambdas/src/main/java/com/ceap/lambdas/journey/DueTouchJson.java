package com.ceap.lambdas.journey;

import com.ceap.model.CandidateKey;
import com.ceap.model.DueTouch;
import com.ceap.model.Subject;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;

/** A due touch as the body of a queue's message, and back. */
public final class DueTouchJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private DueTouchJson() {}

  public static String write(DueTouch touch) {
    CandidateKey key = touch.key();
    ObjectNode json = JSON.createObjectNode();
    json.put("customerId", key.customerId());
    json.put("programId", key.programId());
    json.put("marketplace", key.marketplace());
    json.put("subjectType", key.subject().type());
    json.put("subjectId", key.subject().id());
    json.put("touch", touch.touch());
    json.put("eventTime", touch.eventTime().toString());
    json.put("programVersion", touch.programVersion());
    json.put("deferral", touch.deferral());
    return json.toString();
  }

  /**
   * Reads a body.
   *
   * @throws CeapException EVENT_INVALID where it is no touch
   */
  public static DueTouch read(String body) {
    try {
      JsonNode json = JSON.readTree(body);
      return new DueTouch(
          new CandidateKey(
              json.path("customerId").asText(),
              json.path("programId").asText(),
              json.path("marketplace").asText(),
              new Subject(json.path("subjectType").asText(), json.path("subjectId").asText())),
          json.path("touch").asInt(),
          Instant.parse(json.path("eventTime").asText()),
          json.path("programVersion").asText(),
          json.path("deferral").asInt());
    } catch (JsonProcessingException | DateTimeException | IllegalArgumentException e) {
      // The cause's message may quote the body, which names the customer.
      throw new CeapException(
          ErrorCode.EVENT_INVALID,
          "a message of the touch queue is no touch; it needs customerId, programId, marketplace,"
              + " subjectType, subjectId, touch, eventTime and programVersion");
    }
  }
}
