package com.ceap.storage;

import static com.ceap.storage.CeapTables.CANDIDATES;

import com.ceap.model.CandidateKey;
import com.ceap.model.Message;
import com.ceap.model.MessageState;
import com.ceap.model.Subject;
import com.ceap.storage.table.Condition;
import com.ceap.storage.table.Condition.Is;
import com.ceap.storage.table.Item;
import com.ceap.storage.table.Key;
import com.ceap.storage.table.Update;
import com.ceap.storage.table.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A message as it is stored, and which state gives way to which. */
final class MessageItem {

  private static final String STATE = "state";
  private static final String RANK = "rank";
  private static final String AT = "at";
  private static final String REASON = "reason";

  private MessageItem() {}

  static Key key(Message message) {
    return CandidateKeys.message(message.candidate().customerId(), message.messageId());
  }

  static Item encode(Message message, Instant expires) {
    CandidateKey candidate = message.candidate();
    return Item.builder()
        .withAll(CANDIDATES.keyItem(key(message)))
        .with("id", message.messageId())
        .with("program", candidate.programId())
        .with("marketplace", candidate.marketplace())
        .with("subjectType", candidate.subject().type())
        .with("subjectId", candidate.subject().id())
        .with("channel", message.channel())
        .with("type", message.channelType())
        .with("touch", message.touch())
        .with(STATE, message.state().name())
        .with(RANK, message.state().rank())
        .withText(REASON, message.reason())
        .with(AT, Epoch.of(message.at()))
        .with(TrailItem.RECORDED_AT, Epoch.of(message.at()))
        .withText("provider", message.providerId())
        .with("version", message.programVersion())
        .with(CANDIDATES.ttlAttribute(), expires.getEpochSecond())
        .build();
  }

  static Message decode(Item item) {
    Subject subject = new Subject(item.text("subjectType"), item.text("subjectId"));
    return new Message(
        item.text("id"),
        new CandidateKey(
            item.text(CANDIDATES.partitionKey()),
            item.text("program"),
            item.text("marketplace"),
            subject),
        item.text("channel"),
        item.text("type"),
        (int) item.number("touch").toLong(),
        MessageState.valueOf(item.text(STATE)),
        item.findText(REASON),
        Epoch.read(item, AT),
        item.findText("provider"),
        item.text("version"));
  }

  /**
   * What must hold for a first record to be written. That nobody knows gives way to the word of
   * whoever handed the message over.
   */
  static Condition recordable(MessageState state) {
    return switch (state) {
      case SUPPRESSED, SHADOWED, UNKNOWN -> Condition.ABSENT;
      case FAILED, SENT, BOUNCED, DELIVERED, OPENED, CLICKED, CONVERTED, COMPLAINED ->
          Condition.any(
              Condition.ABSENT, Condition.equal(STATE, Value.of(MessageState.UNKNOWN.name())));
    };
  }

  static Update advance(MessageState state, Instant at, Optional<String> detail) {
    List<Update.Change> changes = new ArrayList<>();
    changes.add(Update.put(STATE, Value.of(state.name())));
    changes.add(Update.put(RANK, Value.of(state.rank())));
    changes.add(Update.put(AT, Epoch.of(at)));
    detail.ifPresent(text -> changes.add(Update.put(REASON, Value.of(text))));
    return new Update(changes);
  }

  /** Whether a message's rank rises; the final states have none. */
  static Condition risesTo(MessageState state) {
    return Condition.all(
        Condition.compare(RANK, Is.GREATER, Value.of(0)),
        Condition.compare(RANK, Is.LESS, Value.of(state.rank())));
  }
}
