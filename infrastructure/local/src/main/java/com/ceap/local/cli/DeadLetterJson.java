package com.ceap.local.cli;

import com.ceap.local.queue.DeadLetter;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A dead letter for machines; its body only where it is asked for, since it is personal. */
final class DeadLetterJson {
  private DeadLetterJson() {}

  static ObjectNode of(DeadLetter letter) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", letter.id());
    json.put("queue", letter.queue());
    json.put("code", letter.code().name());
    json.put("reason", letter.reason());
    json.put("sentAt", letter.sentAt().toString());
    json.put("diedAt", letter.diedAt().toString());
    json.put("receives", letter.receives());
    json.put("cut", letter.cut());
    return json;
  }
}
