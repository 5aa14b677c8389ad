package com.ceap.storage;

import static com.ceap.storage.CeapTables.CANDIDATES;

import com.ceap.model.CandidateKey;
import com.ceap.model.Identifiers;
import com.ceap.storage.Engagement.Sale;
import com.ceap.storage.table.Item;
import com.ceap.storage.table.Key;
import com.ceap.storage.table.Num;
import java.time.Instant;
import java.util.Optional;

/** An event of an app as it is stored: what it says, and when it was reported. */
final class EngagementItem {

  private static final String RECORDED_AT = "at";
  private static final String CANDIDATE = "candidate";
  private static final String TYPE = "type";
  private static final String CHANNEL = "channel";
  private static final String OCCURRED_AT = "occurredAt";
  private static final String ORDER = "order";
  private static final String REVENUE = "revenue";
  private static final String CURRENCY = "currency";

  private EngagementItem() {}

  /** What an event says, which is the same however often it is reported. */
  static Item said(Engagement engagement) {
    Item.Builder item =
        Item.builder()
            .withAll(CANDIDATES.keyItem(key(engagement)))
            .with(CANDIDATE, CandidateKeys.candidate(engagement.candidate()).sort())
            .with(TYPE, engagement.type().name())
            .withText(CHANNEL, engagement.channel());
    engagement.occurredAt().ifPresent(at -> item.with(OCCURRED_AT, Epoch.of(at)));
    engagement.sale().ifPresent(sale -> add(sale, item));
    return item.build();
  }

  private static void add(Sale sale, Item.Builder item) {
    item.with(ORDER, sale.orderId())
        .with(REVENUE, Num.of(sale.revenue()))
        .with(CURRENCY, sale.currency());
  }

  // Hashed: the key of the candidate and that of the event together may be longer than a sort key.
  private static Key key(Engagement engagement) {
    CandidateKey candidate = engagement.candidate();
    String hash = Identifiers.hash(CandidateKeys.identity(candidate), engagement.eventKey());
    return Key.of(candidate.customerId(), CandidateKeys.EVENT + '#' + hash);
  }

  static Item reported(Item said, Instant now, Instant expires) {
    return Item.builder()
        .withAll(said)
        .with(RECORDED_AT, Epoch.of(now))
        .with(CANDIDATES.ttlAttribute(), expires.getEpochSecond())
        .build();
  }

  static Item said(Item reported) {
    return Item.builder()
        .withAll(reported)
        .remove(RECORDED_AT)
        .remove(CANDIDATES.ttlAttribute())
        .build();
  }

  static Instant recordedAt(Item reported) {
    return Epoch.read(reported, RECORDED_AT);
  }

  static RecordedEngagement decode(Item item) {
    Key key = CANDIDATES.key(item);
    Instant recorded = recordedAt(item);
    Instant occurred = item.has(OCCURRED_AT) ? Epoch.read(item, OCCURRED_AT) : recorded;
    return new RecordedEngagement(
        key.sort().substring(CandidateKeys.EVENT.length() + 1),
        CandidateKeys.parse(Key.of(key.partition(), item.text(CANDIDATE))),
        Engagement.Type.valueOf(item.text(TYPE)),
        item.findText(CHANNEL),
        occurred.isAfter(recorded) ? recorded : occurred,
        recorded,
        sale(item));
  }

  private static Optional<Sale> sale(Item item) {
    return item.findText(ORDER)
        .map(order -> new Sale(order, item.number(REVENUE).toBigDecimal(), item.text(CURRENCY)));
  }
}
