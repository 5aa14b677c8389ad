package com.ceap.storage;

import static com.ceap.storage.CeapTables.CANDIDATES;
import static com.ceap.storage.CeapTables.CUSTOMERS;

import com.ceap.storage.table.Condition;
import com.ceap.storage.table.Condition.Is;
import com.ceap.storage.table.Item;
import com.ceap.storage.table.Key;
import com.ceap.storage.table.TransactWrite;
import com.ceap.storage.table.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Says that a customer was erased, and when. It outlives every message about the customer that may
 * still be on its way, and tells the change feed, so that exports follow.
 */
final class ErasureMarker {

  /** Longer than a queue, its dead letters and a journey together. */
  static final Duration LIFE = Duration.ofDays(45);

  /** Of items that are left behind without what they held, so that late words are not taken. */
  static final String ERASED_AT = "erasedAt";

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

  /** What is left of a customer's profile: later than every word that was said before. */
  static Item profile(Key key, Instant at) {
    return Item.builder()
        .withAll(CUSTOMERS.keyItem(key))
        .with(LatestWins.UPDATED_AT, Epoch.of(at))
        .with(ERASED_AT, Epoch.of(at))
        .with(CUSTOMERS.ttlAttribute(), at.plus(LIFE).getEpochSecond())
        .build();
  }

  /** What is left of a customer's devices. */
  static Item devices(Key key, Instant at) {
    return Item.builder()
        .withAll(CUSTOMERS.keyItem(key))
        .with("devices", new Value.ListOf(List.of()))
        .with(ERASED_AT, Epoch.of(at))
        .with(CUSTOMERS.ttlAttribute(), at.plus(LIFE).getEpochSecond())
        .build();
  }

  /**
   * Holds where what happened then may be written of a customer: there was no erasure since. To be
   * checked with the write, so that none that is under way can come after it.
   */
  static TransactWrite.Check notSince(String customerId, Instant happened) {
    Condition earlier = Condition.compare(AT, Is.LESS, Epoch.of(happened));
    return new TransactWrite.Check(
        CANDIDATES, key(customerId), Condition.any(Condition.ABSENT, earlier));
  }

  /** When the customer was erased of whose item this is what was left. */
  static Optional<Instant> find(Item item) {
    return item.has(ERASED_AT) ? Optional.of(Epoch.read(item, ERASED_AT)) : Optional.empty();
  }

  static Instant read(Item item) {
    return Epoch.read(item, AT);
  }
}
