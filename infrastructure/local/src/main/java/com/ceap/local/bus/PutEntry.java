package com.ceap.local.bus;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An event as its publisher puts it; text that is not given is empty.
 *
 * @param detail JSON
 * @param eventBusName a name or an ARN, {@code default} where not given
 * @param time when it happened; now where not given
 */
public record PutEntry(
    String source,
    String detailType,
    String detail,
    String eventBusName,
    List<String> resources,
    Optional<Instant> time) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int TIME_BYTES = 14;

  public PutEntry {
    resources = List.copyOf(resources);
  }

  /** The name of its bus. */
  public String bus() {
    if (eventBusName.isEmpty()) {
      return BusRules.DEFAULT_BUS;
    }
    return eventBusName.startsWith("arn:")
        ? eventBusName.substring(eventBusName.lastIndexOf('/') + 1)
        : eventBusName;
  }

  /** The same entry on another bus. */
  public PutEntry on(String otherBus) {
    return new PutEntry(source, detailType, detail, otherBus, resources, time);
  }

  /**
   * Its size as EventBridge counts it. <a
   * href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-putevent-size.html">Source</a>
   */
  int bytes() {
    return time.map(_ -> TIME_BYTES).orElse(0)
        + utf8(source)
        + utf8(detailType)
        + utf8(detail)
        + resources.stream().mapToInt(PutEntry::utf8).sum();
  }

  private static int utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** The entry as a member of a PutEvents request. */
  public String json() {
    ObjectNode json = JSON.createObjectNode();
    json.put("Source", source);
    json.put("DetailType", detailType);
    json.put("Detail", detail);
    json.put("EventBusName", eventBusName);
    ArrayNode listed = json.putArray("Resources");
    resources.forEach(listed::add);
    time.ifPresent(at -> json.put("Time", at.toString()));
    return json.toString();
  }

  /** Details hold customers' data. */
  @Override
  public String toString() {
    return "PutEntry[" + source + ", " + detailType + "]";
  }
}
