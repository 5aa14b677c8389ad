package com.ceap.lambdas.events;

import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * An event as EventBridge hands it to a target, whichever door it came through.
 *
 * @param id the bus's id of it
 * @param time when it happened, by its publisher
 * @param account empty where it came through no bus, as {@code region}
 * @param detail a JSON object
 */
public record EventEnvelope(
    String id,
    String source,
    String detailType,
    Instant time,
    String account,
    String region,
    List<String> resources,
    JsonNode detail) {
  /** 256 KB for what the publisher sent, and 4 KB for what the bus adds around it. */
  public static final int MAX_BYTES = 260 * 1024;

  private static final ObjectReader JSON =
      new ObjectMapper()
          .reader()
          .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .with(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

  public EventEnvelope {
    resources = List.copyOf(resources);
  }

  /**
   * Reads the body of a queue's message.
   *
   * @throws CeapException EVENT_INVALID with every field that is wrong; EVENT_TOO_LARGE
   */
  public static EventEnvelope parse(String body) {
    requireSize(body);
    JsonNode json = json(body);
    EventProblems problems = new EventProblems();
    if (!json.isObject()) {
      problems.wrong("the body", "a JSON object", json);
    }
    EventFields fields = new EventFields("", json, problems);
    EventEnvelope envelope =
        new EventEnvelope(
            fields.id("id"),
            fields.id("source"),
            fields.id("detail-type"),
            fields.time("time"),
            fields.findId("account").orElse(""),
            fields.findId("region").orElse(""),
            resources(json.path("resources"), problems),
            fields.object("detail"));
    problems.throwIfAny("of the bus");
    return envelope;
  }

  private static void requireSize(String body) {
    if (body.length() * 3L > MAX_BYTES) {
      int bytes = body.getBytes(StandardCharsets.UTF_8).length;
      if (bytes > MAX_BYTES) {
        throw new CeapException(
            ErrorCode.EVENT_TOO_LARGE,
            "an event has at most %d bytes, this has %d".formatted(MAX_BYTES, bytes));
      }
    }
  }

  private static JsonNode json(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      // The message of the cause may quote the body, and so may the cause's location.
      throw new CeapException(
          ErrorCode.EVENT_INVALID,
          "event of the bus is invalid: the body must be one JSON object, and no field of an object"
              + " may be given twice; look at column "
              + (e.getLocation() == null ? "1" : e.getLocation().getColumnNr()));
    }
  }

  private static List<String> resources(JsonNode found, EventProblems problems) {
    if (found.isMissingNode() || found.isNull()) {
      return List.of();
    }
    List<String> resources = new ArrayList<>(found.size());
    for (JsonNode resource : found) {
      resources.add(resource.asText());
    }
    if (!found.isArray()) {
      problems.wrong("resources", "a list of text", found);
    }
    return resources;
  }

  /** Says nothing about the person. */
  @Override
  public String toString() {
    return "EventEnvelope[" + detailType + "]";
  }
}
