package com.ceap.local.story;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** What became of a story, for machines. */
public final class StoryJson {
  private StoryJson() {}

  public static ObjectNode tree(StoryFigures story) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("programId", story.programId());
    json.put("begin", story.begin().toString());
    json.put("end", story.end().toString());
    json.put("carts", story.carts());
    events(json.putObject("events"), story.events());
    ArrayNode touches = json.putArray("touches");
    story.touches().forEach(touch -> touch(touches.addObject(), touch));
    sales(json.putObject("withoutMessage"), story.unprompted());
    sales(json.putObject("together"), story.sales());
    json.put("emptied", story.emptied());
    json.put("optedOut", story.optedOut());
    story.example().ifPresent(message -> json.put("exampleMessageId", message.messageId()));
    return json;
  }

  private static void events(ObjectNode json, EventFigures events) {
    json.put("published", events.published());
    json.put("refused", events.refused());
    json.put("unmatched", events.unmatched());
    json.put("candidates", events.candidates());
    counts(json.putObject("rejected"), events.rejected());
    json.put("duplicates", events.duplicates());
    counts(json.putObject("deadLetters"), events.dead());
  }

  private static void touch(ObjectNode json, TouchFigures touch) {
    json.put("touch", touch.number());
    json.put("channel", touch.channel());
    json.put("delay", touch.delay().toString());
    json.put("sent", touch.sent());
    counts(json.putObject("suppressed"), touch.suppressed());
    json.put("failed", touch.failed());
    sales(json, touch.sales());
  }

  private static void sales(ObjectNode json, Sales sales) {
    json.put("converted", sales.orders());
    ObjectNode revenue = json.putObject("revenue");
    sales.revenue().forEach(revenue::put);
  }

  private static void counts(ObjectNode json, Map<String, Long> counts) {
    counts.forEach(json::put);
  }
}
