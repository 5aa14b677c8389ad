package com.ceap.local.explain;

import com.ceap.local.explain.JourneyExplanation.Subject;
import com.ceap.local.explain.JourneyExplanation.TouchState;
import com.ceap.local.run.ScoredJson;
import com.ceap.model.CustomerLedger.Exit;
import com.ceap.model.Message;
import com.ceap.storage.Conversion;
import com.ceap.storage.Conversion.Attribution;
import com.ceap.storage.Conversion.ByMessage;
import com.ceap.storage.Conversion.ByShowing;
import com.ceap.storage.RejectedEvent;
import com.ceap.storage.StoredCandidate;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** An explanation of journeys for machines. */
public final class JourneyJson {
  private JourneyJson() {}

  public static ObjectNode tree(JourneyExplanation explanation) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("programId", explanation.programId());
    json.put("customerId", explanation.customerId());
    ArrayNode subjects = json.putArray("subjects");
    explanation.subjects().forEach(subject -> subject(subjects.addObject(), subject));
    return json;
  }

  private static void subject(ObjectNode json, Subject subject) {
    json.put("subjectType", subject.key().subject().type());
    json.put("subjectId", subject.key().subject().id());
    json.put("marketplace", subject.key().marketplace());
    ArrayNode passed = json.putArray("passed");
    subject.passed().forEach(passed::add);
    subject.rejected().ifPresent(event -> rejected(json.putObject("rejection"), event));
    subject.candidate().ifPresent(stored -> candidate(json.putObject("candidate"), stored));
    ArrayNode touches = json.putArray("touches");
    subject.touches().forEach(touch -> touch(touches.addObject(), touch));
    ArrayNode exits = json.putArray("exits");
    subject.exits().forEach(exit -> exit(exits.addObject(), exit));
    subject.outcome().ifPresent(outcome -> json.put("outcome", outcome.name()));
    subject.conversion().ifPresent(order -> conversion(json.putObject("conversion"), order));
  }

  private static void rejected(ObjectNode json, RejectedEvent event) {
    json.put("filterId", event.rejection().filterId());
    json.put("reason", event.rejection().reasonCode());
    json.put("sentence", event.rejection().sentence());
    json.put("eventTime", event.eventTime().toString());
    json.put("at", event.at().toString());
  }

  private static void candidate(ObjectNode json, StoredCandidate stored) {
    json.put("eventTime", stored.decision().candidate().eventTime().toString());
    json.put("storedAt", stored.storedAt().toString());
    json.put("expires", stored.expires().toString());
    ScoredJson.write(stored.decision(), json);
    stored
        .decision()
        .candidate()
        .attributes()
        .find("offer_code")
        .ifPresent(code -> json.put("offerCode", code.toString()));
  }

  private static void touch(ObjectNode json, TouchState touch) {
    json.put("touch", touch.number());
    json.put("channel", touch.channel());
    json.put("channelType", touch.channelType());
    json.put("due", touch.due().toString());
    touch.message().ifPresent(message -> message(json, message));
  }

  private static void message(ObjectNode json, Message message) {
    json.put("messageId", message.messageId());
    json.put("state", message.state().name());
    message.reason().ifPresent(reason -> json.put("reason", reason));
    json.put("at", message.at().toString());
  }

  private static void exit(ObjectNode json, Exit exit) {
    json.put("event", exit.event());
    json.put("at", exit.at().toString());
  }

  private static void conversion(ObjectNode json, Conversion conversion) {
    json.put("orderId", conversion.orderId());
    json.put("revenue", conversion.revenue());
    conversion.currency().ifPresent(currency -> json.put("currency", currency));
    json.put("at", conversion.at().toString());
    conversion.by().ifPresent(by -> attribution(json.putObject("by"), by));
  }

  private static void attribution(ObjectNode json, Attribution by) {
    switch (by) {
      case ByMessage(String messageId, int touch, String channel) ->
          json.put("touch", touch).put("channel", channel).put("messageId", messageId);
      case ByShowing(String channel, Instant at) ->
          json.put("channel", channel).put("shownAt", at.toString());
    }
  }
}
