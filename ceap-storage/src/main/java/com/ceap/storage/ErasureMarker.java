package com.ceap.storage;

import static com.ceap.storage.CeapTables.CANDIDATES;

import com.ceap.storage.table.Item;
import com.ceap.storage.table.Key;
import java.time.Duration;
import java.time.Instant;

/**
 * Says that a customer was erased, and when. It outlives every message about the customer that may
 * still be on its way, and tells the change feed, so that exports follow.
 */
final class ErasureMarker {

  /** Longer than a queue, its dead letters and a journey together. */
  static final Duration LIFE = Duration.ofDays(45);

  private static final String AT = "at";

  private ErasureMarker() {}

  static Key key(String customerId) {
    return Key.of(customerId, CandidateKeys.ERASED);
  }

  static Item encode(String customerId, Instant at) {
    return Item.builder()
        .withAll(CANDIDATES.keyItem(key(customerId)))
        .with(AT, Epoch.of(at))
        .with(CANDIDATES.ttlAttribute(), at.plus(LIFE).getEpochSecond())
        .build();
  }

  static Instant read(Item item) {
    return Epoch.read(item, AT);
  }
}
