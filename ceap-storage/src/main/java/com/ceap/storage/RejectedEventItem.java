package com.ceap.storage;

import static com.ceap.storage.CeapTables.CANDIDATES;

import com.ceap.model.Rejection;
import com.ceap.storage.table.Item;
import java.time.Instant;

/** A rejected event as an item of its customer, and back. */
final class RejectedEventItem {

  private RejectedEventItem() {}

  static Item encode(RejectedEvent event, Instant expires) {
    return Item.builder()
        .withAll(CANDIDATES.keyItem(CandidateKeys.rejected(event.key())))
        .with("filter", event.rejection().filterId())
        .with("reason", event.rejection().reasonCode())
        .with("sentence", event.rejection().sentence())
        .with("event", event.eventId())
        .with("eventTime", Epoch.of(event.eventTime()))
        .with("at", Epoch.of(event.at()))
        .with("programVersion", event.programVersion())
        .with(CANDIDATES.ttlAttribute(), expires.getEpochSecond())
        .build();
  }

  static RejectedEvent decode(Item item) {
    return new RejectedEvent(
        CandidateKeys.parse(CANDIDATES.key(item)),
        new Rejection(item.text("filter"), item.text("reason"), item.text("sentence")),
        item.text("event"),
        Epoch.read(item, "eventTime"),
        Epoch.read(item, "at"),
        item.text("programVersion"));
  }
}
