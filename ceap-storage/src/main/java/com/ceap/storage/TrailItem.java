package com.ceap.storage;

import com.ceap.storage.table.Condition;
import com.ceap.storage.table.Condition.Is;
import com.ceap.storage.table.Item;
import com.ceap.storage.table.Num;
import com.ceap.storage.table.Update;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was reported of a message, as it is stored beside it: the first and the last time of each.
 */
final class TrailItem {
  static final String RECORDED_AT = "recordedAt";
  private static final String FIRST = "first#";
  private static final String LAST = "last#";
  private static final String CLICK = "click#";

  private TrailItem() {}

  /** The attributes' name for an event. */
  static String of(MessageEvent event) {
    return event.name();
  }

  static String ofClick(String link) {
    return CLICK + link;
  }

  /** Both times, where it was never reported of a message that exists. */
  static Update begin(String name, Instant at) {
    Num time = Epoch.of(at);
    return Update.of(Update.put(FIRST + name, time), Update.put(LAST + name, time));
  }

  static Condition unreported(String name) {
    return Condition.all(Condition.EXISTS, Condition.lacks(FIRST + name));
  }

  static Update earlier(String name, Instant at) {
    return Update.of(Update.put(FIRST + name, Epoch.of(at)));
  }

  static Condition isEarlier(String name, Instant at) {
    return Condition.compare(FIRST + name, Is.GREATER, Epoch.of(at));
  }

  static Update later(String name, Instant at) {
    return Update.of(Update.put(LAST + name, Epoch.of(at)));
  }

  static Condition isLater(String name, Instant at) {
    return Condition.compare(LAST + name, Is.LESS, Epoch.of(at));
  }

  static MessageTrail decode(Item item) {
    Map<MessageEvent, Span> events = new EnumMap<>(MessageEvent.class);
    for (MessageEvent event : MessageEvent.values()) {
      span(item, of(event)).ifPresent(span -> events.put(event, span));
    }
    Map<String, Span> clicks = new HashMap<>();
    for (String name : item.names()) {
      if (name.startsWith(FIRST + CLICK)) {
        String link = name.substring((FIRST + CLICK).length());
        span(item, ofClick(link)).ifPresent(span -> clicks.put(link, span));
      }
    }
    return new MessageTrail(
        Epoch.read(item, item.has(RECORDED_AT) ? RECORDED_AT : "at"), events, clicks);
  }

  private static Optional<Span> span(Item item, String name) {
    return item.has(FIRST + name)
        ? Optional.of(new Span(Epoch.read(item, FIRST + name), Epoch.read(item, LAST + name)))
        : Optional.empty();
  }
}
