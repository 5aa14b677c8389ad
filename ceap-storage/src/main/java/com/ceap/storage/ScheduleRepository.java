package com.ceap.storage;

import static com.ceap.storage.CeapTables.DUE;
import static com.ceap.storage.CeapTables.SCHEDULES;

import com.ceap.model.CandidateKey;
import com.ceap.model.DueTouch;
import com.ceap.model.Subject;
import com.ceap.model.port.DeliveryScheduler;
import com.ceap.storage.table.Condition;
import com.ceap.storage.table.Item;
import com.ceap.storage.table.Key;
import com.ceap.storage.table.Query;
import com.ceap.storage.table.Table;
import com.ceap.storage.table.Value;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Touches in a table, by name and, on an index, by when they are due. Whoever sweeps asks for what
 * is {@link #due}, hands it over and then removes it, so that each is handed over at least once and
 * what became due while nobody swept comes first. The index's shards take {@value #SHARDS} thousand
 * writes a second together; it may be a moment behind. Thread-safe.
 */
public final class ScheduleRepository implements DeliveryScheduler {

  /** Never changed while a store lives, or sweepers would miss entries. */
  static final int SHARDS = 16;

  private static final List<String> PARTITIONS =
      IntStream.range(0, SHARDS).mapToObj(Integer::toString).toList();

  private static final Value LEAST = Value.of(Long.MIN_VALUE);
  private static final Query ALL = Query.of("").on(DUE.name());

  private final Table table;

  ScheduleRepository(Table table) {
    this.table = table;
  }

  @Override
  public void schedule(DueTouch touch, String channelType, Instant at) {
    // One that is scheduled already stays as it is, so the outcome does not matter.
    var _ = table.put(item(touch, channelType, at), Condition.ABSENT);
  }

  /** What is due, the earliest first. */
  public List<ScheduledTouch> due(Instant now, int limit) {
    return earliest(ALL.between(LEAST, Epoch.of(now)), limit);
  }

  /** When the next one is due, or was. */
  public Optional<Instant> nextDue() {
    return earliest(ALL, 1).stream().findFirst().map(ScheduledTouch::at);
  }

  private List<ScheduledTouch> earliest(Query query, int limit) {
    int perShard = Math.clamp(2L * limit / SHARDS, 1, 1000);
    return new ShardMerge(table, query.limit(perShard), PARTITIONS, Cursor.START)
        .next(limit).stream().map(ScheduleRepository::decode).toList();
  }

  /** Forgets one that was handed over, unless it was scheduled anew since for another time. */
  public void remove(ScheduledTouch touch) {
    Condition same = Condition.equal(DUE.sort().name(), Epoch.of(touch.at()));
    // Whoever removed it before has done the same.
    var _ = table.delete(Key.of(touch.name()), same);
  }

  private static Item item(DueTouch touch, String channelType, Instant at) {
    CandidateKey key = touch.key();
    String name = touch.scheduleName();
    return Item.builder()
        .with(SCHEDULES.partitionKey(), name)
        .with(DUE.partition().name(), PARTITIONS.get(Math.floorMod(name.hashCode(), SHARDS)))
        .with(DUE.sort().name(), Epoch.of(at))
        .with("channelType", channelType)
        .with("customerId", key.customerId())
        .with("program", key.programId())
        .with("marketplace", key.marketplace())
        .with("subjectType", key.subject().type())
        .with("subjectId", key.subject().id())
        .with("touch", touch.touch())
        .with("eventTime", Epoch.of(touch.eventTime()))
        .with("programVersion", touch.programVersion())
        .with("deferral", touch.deferral())
        .build();
  }

  private static ScheduledTouch decode(Item item) {
    CandidateKey key =
        new CandidateKey(
            item.text("customerId"),
            item.text("program"),
            item.text("marketplace"),
            new Subject(item.text("subjectType"), item.text("subjectId")));
    DueTouch touch =
        new DueTouch(
            key,
            (int) item.number("touch").toLong(),
            Epoch.read(item, "eventTime"),
            item.text("programVersion"),
            (int) item.number("deferral").toLong());
    return new ScheduledTouch(
        item.text(SCHEDULES.partitionKey()),
        item.text("channelType"),
        Epoch.read(item, DUE.sort().name()),
        touch);
  }
}
