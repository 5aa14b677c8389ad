package com.ceap.storage;

import static com.ceap.storage.CeapTables.DEDUP;

import com.ceap.storage.table.Condition;
import com.ceap.storage.table.Condition.Is;
import com.ceap.storage.table.Item;
import com.ceap.storage.table.Key;
import com.ceap.storage.table.Table;
import com.ceap.storage.table.TransactWrite;
import com.ceap.storage.table.Update;
import com.ceap.storage.table.Value;
import com.ceap.storage.table.WriteOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Claims of events, so that each is decided once however often it is delivered. A worker that dies
 * loses its claim when the lease runs out; one that was only slow finds its fence passed.
 * Thread-safe.
 */
public final class DedupRepository {

  private static final String STATE = "state";
  private static final String CLAIMED = "CLAIMED";
  private static final String COMPLETED = "COMPLETED";
  private static final String FENCE = "fence";
  private static final String LEASE = "leaseUntil";
  private static final String VERDICT = "verdict";
  private static final String OWNER = "owner";

  private final Table table;

  DedupRepository(Table table) {
    this.table = table;
  }

  /**
   * Claims an event with one conditional write: where its key is absent, has expired (deleted or
   * not), or was claimed with a lease that has run out.
   *
   * @param lease how long the caller needs at most
   * @param expires when the event is forgotten
   */
  public Claim claim(String key, Instant now, Duration lease, Instant expires) {
    // A client that gets no answer sends the claim again; by this it knows its own.
    String owner = Long.toUnsignedString(ThreadLocalRandom.current().nextLong(), 36);
    Update update =
        Update.of(
            Update.put(STATE, Value.of(CLAIMED)),
            Update.put(OWNER, Value.of(owner)),
            Update.put(LEASE, Epoch.of(now.plus(lease))),
            Update.add(FENCE, 1),
            Update.put(DEDUP.ttlAttribute(), Value.of(expires.getEpochSecond())),
            Update.drop(VERDICT));
    return switch (table.update(Key.of(key), update, free(now))) {
      case WriteOutcome.Written(Item item) -> claimed(key, item);
      case WriteOutcome.Refused(Item item) -> refused(key, owner, item);
    };
  }

  private static Condition free(Instant now) {
    return Condition.any(
        Condition.ABSENT,
        Condition.compare(DEDUP.ttlAttribute(), Is.AT_MOST, Value.of(now.getEpochSecond())),
        Condition.all(
            Condition.equal(STATE, Value.of(CLAIMED)),
            Condition.compare(LEASE, Is.AT_MOST, Epoch.of(now))));
  }

  private static Claim refused(String key, String owner, Item stored) {
    if (stored.text(STATE).equals(COMPLETED)) {
      return new Claim.Completed(stored.text(VERDICT));
    }
    return stored.text(OWNER).equals(owner)
        ? claimed(key, stored)
        : new Claim.Held(Epoch.read(stored, LEASE));
  }

  private static Claim.Claimed claimed(String key, Item item) {
    return new Claim.Claimed(key, item.number(FENCE).toLong());
  }

  /** Ends a claim with its verdict; false where another worker has taken it over. */
  public boolean complete(Claim.Claimed claim, String verdict) {
    return table.update(Key.of(claim.key()), completed(verdict), ours(claim)).written();
  }

  /** The same as a part of a transaction. */
  static TransactWrite completion(Claim.Claimed claim, String verdict) {
    return new TransactWrite.Change(DEDUP, Key.of(claim.key()), completed(verdict), ours(claim));
  }

  /** Gives a claim back before its lease runs out; false where another worker has it by now. */
  public boolean release(Claim.Claimed claim) {
    Update update = Update.of(Update.put(LEASE, Value.of(0)));
    return table.update(Key.of(claim.key()), update, ours(claim)).written();
  }

  private static Update completed(String verdict) {
    return Update.of(
        Update.put(STATE, Value.of(COMPLETED)), Update.put(VERDICT, Value.of(verdict)));
  }

  private static Condition ours(Claim.Claimed claim) {
    return Condition.all(
        Condition.equal(STATE, Value.of(CLAIMED)), Condition.equal(FENCE, Value.of(claim.fence())));
  }
}
