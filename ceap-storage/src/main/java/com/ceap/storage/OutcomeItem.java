package com.ceap.storage;

import static com.ceap.storage.CeapTables.CANDIDATES;

import com.ceap.storage.Conversion.Attribution;
import com.ceap.storage.Conversion.ByMessage;
import com.ceap.storage.Conversion.ByShowing;
import com.ceap.storage.table.Condition;
import com.ceap.storage.table.Condition.Is;
import com.ceap.storage.table.Item;
import com.ceap.storage.table.Num;
import com.ceap.storage.table.Update;
import com.ceap.storage.table.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What became of a candidate, as it is stored. Of two outcomes the one of the higher rank holds, of
 * equal ones the earlier, and of two orders of one moment the one whose id sorts first: whatever
 * order they are recorded in, the same one stands at the end.
 */
record OutcomeItem(Outcome outcome, Instant at, Optional<Conversion> conversion) {

  private static final String RANK = "rank";
  private static final String AT = "at";
  private static final String ORDER = "order";
  private static final String REVENUE = "revenue";
  private static final String CURRENCY = "currency";
  private static final String MESSAGE = "message";
  private static final String TOUCH = "touch";
  private static final String CHANNEL = "channel";
  private static final String SHOWN_AT = "shownAt";

  static OutcomeItem of(Conversion conversion) {
    return new OutcomeItem(Outcome.CONVERTED, conversion.at(), Optional.of(conversion));
  }

  Update update(Instant expires) {
    List<Update.Change> changes = new ArrayList<>();
    changes.add(Update.put("outcome", Value.of(outcome.name())));
    changes.add(Update.put(RANK, Value.of(outcome.rank())));
    changes.add(Update.put(AT, Epoch.of(at)));
    changes.add(Update.put(CANDIDATES.ttlAttribute(), Value.of(expires.getEpochSecond())));
    changes.add(Update.add("version", 1));
    changes.add(change(ORDER, conversion.map(c -> Value.of(c.orderId()))));
    changes.add(change(REVENUE, conversion.map(c -> Num.of(c.revenue()))));
    changes.add(change(CURRENCY, conversion.flatMap(Conversion::currency).map(Value::of)));
    Optional<Attribution> by = conversion.flatMap(Conversion::by);
    Optional<ByMessage> message = by.flatMap(Attribution::message);
    changes.add(change(MESSAGE, message.map(a -> Value.of(a.messageId()))));
    changes.add(change(TOUCH, message.map(a -> Value.of(a.touch()))));
    changes.add(change(SHOWN_AT, by.flatMap(OutcomeItem::shownAt).map(Epoch::of)));
    changes.add(change(CHANNEL, by.map(a -> Value.of(a.channel()))));
    return new Update(changes);
  }

  private static Optional<Instant> shownAt(Attribution by) {
    return switch (by) {
      case ByShowing showing -> Optional.of(showing.at());
      case ByMessage _ -> Optional.empty();
    };
  }

  private static Update.Change change(String attribute, Optional<? extends Value> value) {
    return value.isPresent() ? Update.put(attribute, value.get()) : Update.drop(attribute);
  }

  /** Whether it stands where another one is recorded; an expired one counts as none. */
  Condition standsAgainstStored() {
    List<Condition> any = new ArrayList<>();
    any.add(Condition.ABSENT);
    any.add(
        Condition.compare(CANDIDATES.ttlAttribute(), Is.AT_MOST, Value.of(at.getEpochSecond())));
    any.add(Condition.compare(RANK, Is.LESS, Value.of(outcome.rank())));
    any.add(Condition.all(sameRank(), conversion.map(this::first).orElseGet(this::first)));
    return new Condition.AnyOf(any);
  }

  private Condition sameRank() {
    return Condition.equal(RANK, Value.of(outcome.rank()));
  }

  private Condition first() {
    return Condition.all(earlier(), Condition.lacks(ORDER));
  }

  private Condition first(Conversion order) {
    Condition sameTime = Condition.equal(AT, Epoch.of(at));
    Value id = Value.of(order.orderId());
    List<Condition> any = new ArrayList<>();
    any.add(earlier());
    any.add(Condition.lacks(ORDER));
    any.add(Condition.all(sameTime, Condition.compare(ORDER, Is.GREATER, id)));
    if (order.by().isPresent()) {
      // The same order again, now that what led to it is known.
      any.add(Condition.all(sameTime, Condition.equal(ORDER, id), Condition.lacks(CHANNEL)));
    }
    return new Condition.AnyOf(any);
  }

  private Condition earlier() {
    return Condition.compare(AT, Is.GREATER, Epoch.of(at));
  }

  static OutcomeItem decode(Item item) {
    Instant at = Epoch.read(item, AT);
    Optional<Conversion> conversion =
        item.findText(ORDER)
            .map(
                order ->
                    new Conversion(
                        order,
                        item.number(REVENUE).toBigDecimal(),
                        item.findText(CURRENCY),
                        at,
                        attribution(item)));
    return new OutcomeItem(Outcome.valueOf(item.text("outcome")), at, conversion);
  }

  private static Optional<Attribution> attribution(Item item) {
    return item.findText(CHANNEL).map(channel -> attribution(item, channel));
  }

  private static Attribution attribution(Item item, String channel) {
    return item.has(MESSAGE)
        ? new ByMessage(item.text(MESSAGE), (int) item.number(TOUCH).toLong(), channel)
        : new ByShowing(channel, Epoch.read(item, SHOWN_AT));
  }
}
