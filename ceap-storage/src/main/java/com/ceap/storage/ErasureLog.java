package com.ceap.storage;

import static com.ceap.storage.CeapTables.RUNS;

import com.ceap.storage.table.Condition;
import com.ceap.storage.table.Item;
import com.ceap.storage.table.Key;
import com.ceap.storage.table.Page;
import com.ceap.storage.table.Query;
import com.ceap.storage.table.Table;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who was erased lately, for those who work on many customers at once: what was read of them before
 * must not be written after. An entry lives as long as {@link ErasureMarker#LIFE}. Thread-safe.
 */
public final class ErasureLog {

  private static final String PARTITION = "#erased";
  private static final String AT = "at";

  private final Table runs;

  ErasureLog(Table runs) {
    this.runs = runs;
  }

  /** Notes an erasure; of one customer's the last is kept. */
  void add(String customerId, Instant at) {
    Item item =
        Item.builder()
            .withAll(RUNS.keyItem(Key.of(PARTITION, customerId)))
            .with(AT, Epoch.of(at))
            .with(RUNS.ttlAttribute(), at.plus(ErasureMarker.LIFE).getEpochSecond())
            .build();
    var _ = runs.put(item, Condition.ALWAYS);
  }

  /** Everybody's last erasure, by customer: one query for some thousand customers. */
  public Map<String, Instant> all() {
    Query query = Query.of(PARTITION).consistently();
    Map<String, Instant> all = new HashMap<>();
    Page page = new Page(List.of(), query.from());
    while (!page.last()) {
      page = runs.query(query.from(page.next()));
      page.items().forEach(item -> all.put(RUNS.key(item).sort(), Epoch.read(item, AT)));
    }
    return all;
  }
}
