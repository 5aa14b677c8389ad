package com.ceap.local.bus;

import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads entries from JSON, as members of a PutEvents request or as events in EventBridge's own
 * form. What is missing stays empty, for the bus to say so; what has another type is refused here.
 */
public final class EntryJson {
  /** To the year 9999. */
  private static final double MOST_SECONDS = 253_402_300_799.0;

  private EntryJson() {}

  /** Whether it has EventBridge's own form: {@code source}, {@code detail-type}, {@code detail}. */
  public static boolean isEvent(JsonNode json) {
    return json.has("detail-type") || json.has("detail") || json.has("source");
  }

  /**
   * Reads a member of a PutEvents request.
   *
   * @param name for messages, such as {@code Entries[0]}
   * @throws CeapException EVENT_INVALID, naming the field
   */
  public static PutEntry putEvents(String name, JsonNode json) {
    requireObject(name, json);
    return new PutEntry(
        text(name, json, "Source"),
        text(name, json, "DetailType"),
        text(name, json, "Detail"),
        text(name, json, "EventBusName"),
        texts(name, json, "Resources"),
        time(name, json, "Time"));
  }

  /**
   * Reads an event.
   *
   * @param name for messages, such as {@code line 3}
   * @param bus the bus that it is meant for, since an event does not say
   * @throws CeapException EVENT_INVALID, naming the field
   */
  public static PutEntry event(String name, JsonNode json, String bus) {
    requireObject(name, json);
    JsonNode detail = json.path("detail");
    return new PutEntry(
        text(name, json, "source"),
        text(name, json, "detail-type"),
        detail.isMissingNode() ? "" : detail.toString(),
        bus,
        texts(name, json, "resources"),
        time(name, json, "time"));
  }

  private static void requireObject(String name, JsonNode json) {
    if (!json.isObject()) {
      throw invalid(name, "a JSON object");
    }
  }

  private static String text(String name, JsonNode json, String field) {
    JsonNode found = json.path(field);
    if (found.isMissingNode() || found.isNull()) {
      return "";
    }
    if (!found.isTextual()) {
      throw invalid(name + "." + field, "text");
    }
    return found.textValue();
  }

  private static List<String> texts(String name, JsonNode json, String field) {
    JsonNode found = json.path(field);
    if (found.isMissingNode() || found.isNull()) {
      return List.of();
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode element : found) {
      if (element.isTextual()) {
        texts.add(element.textValue());
      }
    }
    if (!found.isArray() || texts.size() < found.size()) {
      throw invalid(name + "." + field, "a list of text");
    }
    return texts;
  }

  /** Epoch seconds as the AWS clients send them, or ISO 8601 as people write it. */
  private static Optional<Instant> time(String name, JsonNode json, String field) {
    JsonNode found = json.path(field);
    if (found.isMissingNode() || found.isNull()) {
      return Optional.empty();
    }
    try {
      return Optional.of(found.isNumber() ? ofSeconds(found) : Instant.parse(found.asText()));
    } catch (DateTimeException | ArithmeticException _) {
      throw invalid(name + "." + field, "epoch seconds, or a time such as 2026-03-01T10:00:00Z");
    }
  }

  private static Instant ofSeconds(JsonNode seconds) {
    double about = seconds.doubleValue();
    if (!(Math.abs(about) <= MOST_SECONDS)) {
      throw new ArithmeticException("beyond every calendar");
    }
    return Instant.ofEpochMilli(seconds.decimalValue().movePointRight(3).longValue());
  }

  private static CeapException invalid(String name, String wanted) {
    return new CeapException(ErrorCode.EVENT_INVALID, name + " must be " + wanted);
  }
}
