package com.ceap.local.cli;

import com.ceap.local.bus.EntryResult;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Shows what became of entries: of few each, of many those that went nowhere. */
final class PublishTally {
  private static final int FEW = 20;

  private final CommandOutput output;
  private final ArrayNode json = JsonNodeFactory.instance.arrayNode();
  private long accepted;
  private long unmatched;
  private long refused;

  PublishTally(CommandOutput output) {
    this.output = output;
  }

  void add(String place, EntryResult result) {
    switch (result) {
      case EntryResult.Accepted(String id, int queues) -> accepted(place, id, queues);
      case EntryResult.Refused(String code, String message, _) -> {
        refused++;
        show("%s: refused, %s: %s", place, code, message);
        entry(place).put("errorCode", code).put("errorMessage", message);
      }
    }
  }

  private void accepted(String place, String id, int queues) {
    accepted++;
    unmatched += queues == 0 ? 1 : 0;
    if (queues == 0) {
      show("%s: accepted as %s, but no program asks for it", place, id);
    } else if (accepted <= FEW) {
      show("%s: accepted as %s", place, id);
    } else if (accepted == FEW + 1) {
      show("... further ones that are accepted are only counted");
    }
    entry(place).put("eventId", id).put("queues", queues);
  }

  private ObjectNode entry(String place) {
    // Only where it is shown: files may hold millions.
    ObjectNode entry = output.json() ? json.addObject() : JsonNodeFactory.instance.objectNode();
    return entry.put("place", place);
  }

  @SuppressWarnings("AnnotateFormatMethod") // as CommandOutput.line, to which it goes
  private void show(String format, Object... arguments) {
    if (!output.json()) {
      output.line(format, arguments);
    }
  }

  boolean anyRefused() {
    return refused > 0;
  }

  String text() {
    return "%,d accepted (%,d of them for no program), %,d refused"
        .formatted(accepted, unmatched, refused);
  }

  ObjectNode json() {
    ObjectNode whole = JsonNodeFactory.instance.objectNode();
    whole.put("accepted", accepted);
    whole.put("unmatched", unmatched);
    whole.put("refused", refused);
    whole.set("entries", json);
    return whole;
  }
}
