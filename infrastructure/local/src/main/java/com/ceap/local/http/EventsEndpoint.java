package com.ceap.local.http;

import com.ceap.local.bus.EntryJson;
import com.ceap.local.bus.EntryResult;
import com.ceap.local.bus.EventBus;
import com.ceap.local.bus.PutEntry;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * EventBridge's PutEvents on the wire, for the AWS clients and command line. Signatures are
 * accepted unseen. <a
 * href="https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html">Source</a>
 */
public final class EventsEndpoint implements HttpHandler {
  private static final String PUT_EVENTS = "AWSEvents.PutEvents";
  private static final int MOST_ENTRIES = 10;

  private final EventBus bus;
  private final Runnable put;
  private final HttpHandler status;

  /**
   * Answers for a bus.
   *
   * @param put is run when events were put
   * @param status answers GET
   */
  public EventsEndpoint(EventBus bus, Runnable put, HttpHandler status) {
    this.bus = bus;
    this.put = put;
    this.status = status;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    switch (exchange.getRequestMethod()) {
      case "GET", "HEAD" -> status.handle(exchange);
      case "POST" -> answer(exchange).send(exchange);
      default -> Answer.text(405, "POST events here, or GET the platform's status.").send(exchange);
    }
  }

  private Answer answer(HttpExchange exchange) throws IOException {
    try {
      return AwsJson.answer(200, putEvents(exchange));
    } catch (AwsError e) {
      return e.answer();
    } catch (CeapException e) {
      return failure(e).answer();
    }
  }

  private static AwsError failure(CeapException e) {
    return e.code() == ErrorCode.EVENT_INVALID
        ? AwsError.unreadable(e.getMessage())
        : AwsError.internal("the events were not taken: " + e.code());
  }

  private JsonNode putEvents(HttpExchange exchange) throws IOException, AwsError {
    String target =
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("X-Amz-Target")).orElse("");
    if (!target.equals(PUT_EVENTS)) {
      throw AwsError.unknownOperation(target);
    }
    List<EntryResult> results = bus.put(entries(AwsJson.body(exchange).path("Entries")));
    put.run();
    return json(results);
  }

  private static List<PutEntry> entries(JsonNode json) throws AwsError {
    if (json.isMissingNode() || json.isNull()) {
      throw invalidEntries("null", "Member must not be null");
    }
    if (!json.isArray()) {
      throw AwsError.unreadable("Entries must be a list");
    }
    if (json.isEmpty()) {
      throw invalidEntries("'[]'", "Member must have length greater than or equal to 1");
    }
    if (json.size() > MOST_ENTRIES) {
      throw invalidEntries(
          "'[" + json.size() + " entries]'",
          "Member must have length less than or equal to " + MOST_ENTRIES);
    }
    List<PutEntry> entries = new ArrayList<>();
    for (JsonNode entry : json) {
      entries.add(EntryJson.putEvents("Entries[" + entries.size() + "]", entry));
    }
    return entries;
  }

  private static AwsError invalidEntries(String value, String constraint) {
    return AwsError.invalid(
        "1 validation error detected: Value %s at 'entries' failed to satisfy constraint: %s"
            .formatted(value, constraint));
  }

  private static JsonNode json(List<EntryResult> results) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put(
        "FailedEntryCount",
        results.stream().filter(result -> result instanceof EntryResult.Refused).count());
    ArrayNode entries = json.putArray("Entries");
    for (EntryResult result : results) {
      switch (result) {
        case EntryResult.Accepted(String id, _) -> entries.addObject().put("EventId", id);
        case EntryResult.Refused(String code, String message, _) ->
            entries.addObject().put("ErrorCode", code).put("ErrorMessage", message);
      }
    }
    return json;
  }
}
