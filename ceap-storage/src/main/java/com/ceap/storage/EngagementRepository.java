package com.ceap.storage;

import static com.ceap.storage.CeapTables.CANDIDATES;

import com.ceap.model.CandidateKey;
import com.ceap.model.Identifiers;
import com.ceap.storage.Engagement.Sale;
import com.ceap.storage.table.Condition;
import com.ceap.storage.table.Item;
import com.ceap.storage.table.Key;
import com.ceap.storage.table.Num;
import com.ceap.storage.table.Table;
import com.ceap.storage.table.WriteOutcome;
import java.time.Instant;

/**
 * What customers did with candidates, each event once however often it is reported. Thread-safe.
 */
public final class EngagementRepository {

  private static final String RECORDED_AT = "at";

  private final Table table;

  EngagementRepository(Table table) {
    this.table = table;
  }

  /** How a report ended. */
  public sealed interface Report {
    /** It is new. */
    record First(Instant recordedAt) implements Report {}

    /** It was recorded before. */
    record Again(Instant recordedAt) implements Report {}

    /** Its key stands for another event of the candidate. */
    record KeyTaken() implements Report {}
  }

  /** Records an event, with one conditional write. */
  public Report record(Engagement engagement, Instant now, Instant expires) {
    Item event = event(engagement);
    Item item =
        Item.builder()
            .withAll(event)
            .with(RECORDED_AT, Epoch.of(now))
            .with(CANDIDATES.ttlAttribute(), expires.getEpochSecond())
            .build();
    return switch (table.put(item, Condition.ABSENT)) {
      case WriteOutcome.Written _ -> new Report.First(now);
      case WriteOutcome.Refused(Item stored) ->
          without(stored).equals(event)
              ? new Report.Again(Epoch.read(stored, RECORDED_AT))
              : new Report.KeyTaken();
    };
  }

  private static Item event(Engagement engagement) {
    CandidateKey candidate = engagement.candidate();
    Item.Builder item =
        Item.builder()
            .withAll(CANDIDATES.keyItem(key(engagement)))
            .with("candidate", CandidateKeys.candidate(candidate).sort())
            .with("type", engagement.type().name())
            .withText("channel", engagement.channel());
    engagement.occurredAt().ifPresent(at -> item.with("occurredAt", Epoch.of(at)));
    engagement.sale().ifPresent(sale -> add(sale, item));
    return item.build();
  }

  private static void add(Sale sale, Item.Builder item) {
    item.with("order", sale.orderId())
        .with("revenue", Num.of(sale.revenue()))
        .with("currency", sale.currency());
  }

  /** Without what says when it was reported. */
  private static Item without(Item stored) {
    return Item.builder()
        .withAll(stored)
        .remove(RECORDED_AT)
        .remove(CANDIDATES.ttlAttribute())
        .build();
  }

  // Hashed: the key of the candidate and that of the event together may be longer than a sort key.
  private static Key key(Engagement engagement) {
    CandidateKey candidate = engagement.candidate();
    String hash = Identifiers.hash(CandidateKeys.identity(candidate), engagement.eventKey());
    return Key.of(candidate.customerId(), CandidateKeys.EVENT + '#' + hash);
  }
}
