package com.ceap.storage;

import com.ceap.storage.table.Condition;
import com.ceap.storage.table.Condition.Is;
import com.ceap.storage.table.Item;
import com.ceap.storage.table.Key;
import com.ceap.storage.table.Table;
import com.ceap.storage.table.Update;
import com.ceap.storage.table.Value;
import com.ceap.storage.table.WriteOutcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * A token bucket for each program that all instances share, as the generic cell rate algorithm
 * (https://en.wikipedia.org/wiki/Generic_cell_rate_algorithm): one item holds when the next message
 * may go, and every message moves it on by the time between two. In any stretch of time at most
 * {@code rate × (stretch + 0.1 s) + 1} messages go, measured by the fastest clock. Whoever must
 * wait is told when to come back, each a little later than the one before, so that a long queue
 * does not ask all at once. Thread-safe; on DynamoDB good for about 1,000 questions a second and
 * program.
 */
public final class RateLimit {

  /** What went unused for longer than this is lost. */
  public static final Duration TOLERANCE = Duration.ofMillis(100);

  private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
  private static final int TRIES = 5;
  private static final String RATE = "RATE";
  private static final String NEXT = "next";
  private static final String QUEUE = "queue";

  private final Table table;
  private final InstantSource clock;

  RateLimit(Table table, InstantSource clock) {
    this.table = table;
    this.clock = clock;
  }

  /** Whose turn it is. */
  public sealed interface Turn {
    /** One message may go now; this was its token. */
    record Now() implements Turn {}

    /** No message may go; ask again after a while, at least a millisecond. */
    record Later(Duration after) implements Turn {}
  }

  /** How many messages may go at one moment, at most. */
  public static int atOnce(int perSecond) {
    return (int) (perSecond * TOLERANCE.toMillis() / 1_000) + 1;
  }

  /**
   * Asks for one message.
   *
   * @param perSecond how many messages a second the program may send, at least 1
   */
  public Turn acquire(String programId, int perSecond) {
    Key key = key(programId);
    long now = nanos(clock.instant());
    long gap = Math.ceilDiv(1_000_000_000L, perSecond);
    for (int attempt = 0; attempt < TRIES; attempt++) {
      Optional<Item> refused = take(key, now, gap);
      if (refused.isEmpty()) {
        return new Turn.Now();
      }
      if (refused.filter(stored -> isAhead(stored, now)).isPresent()) {
        return new Turn.Later(pause(queueUp(key, refused.get(), gap) - now));
      }
    }
    return new Turn.Later(pause(gap));
  }

  /** Takes a token; answers what is stored where there was none. */
  private Optional<Item> take(Key key, long now, long gap) {
    long stale = now - TOLERANCE.toNanos();
    // The usual case under load needs no read: the token that is due is not stale yet.
    Condition due =
        Condition.all(
            Condition.compare(NEXT, Is.AT_MOST, Value.of(now)),
            Condition.compare(NEXT, Is.GREATER, Value.of(stale)));
    return switch (table.update(key, Update.of(Update.add(NEXT, gap)), due)) {
      case WriteOutcome.Written _ -> Optional.empty();
      case WriteOutcome.Refused(Item stored) when isAhead(stored, stale) -> Optional.of(stored);
      case WriteOutcome.Refused(Item stored) -> restart(key, stored, stale + gap);
    };
  }

  private Optional<Item> restart(Key key, Item stored, long next) {
    Update update = Update.of(Update.put(NEXT, Value.of(next)));
    return switch (table.update(key, update, unchanged(NEXT, stored))) {
      case WriteOutcome.Written _ -> Optional.empty();
      case WriteOutcome.Refused(Item others) -> Optional.of(others);
    };
  }

  /** Takes a place behind those who wait already; answers when its turn should come. */
  private long queueUp(Key key, Item found, long gap) {
    Item stored = found;
    long place = place(stored);
    for (int attempt = 0; attempt < TRIES; attempt++) {
      Update update = Update.of(Update.put(QUEUE, Value.of(place + gap)));
      switch (table.update(key, update, unchanged(QUEUE, stored))) {
        case WriteOutcome.Written _ -> {
          return place;
        }
        case WriteOutcome.Refused(Item others) -> {
          stored = others;
          place = place(stored);
        }
      }
    }
    return place;
  }

  private static Condition unchanged(String attribute, Item stored) {
    return stored
        .find(attribute)
        .map(value -> Condition.equal(attribute, value))
        .orElseGet(() -> Condition.lacks(attribute));
  }

  private static boolean isAhead(Item stored, long now) {
    return stored.has(NEXT) && next(stored) > now;
  }

  private static long place(Item stored) {
    return stored.has(QUEUE) ? Math.max(stored.number(QUEUE).toLong(), next(stored)) : next(stored);
  }

  private static long next(Item stored) {
    return stored.number(NEXT).toLong();
  }

  private static Duration pause(long nanos) {
    long longest = LONGEST_WAIT.toMillis();
    return Duration.ofMillis(Math.clamp(Math.ceilDiv(nanos, 1_000_000L), 1, longest));
  }

  private static long nanos(Instant instant) {
    return Math.addExact(
        Math.multiplyExact(instant.getEpochSecond(), 1_000_000_000L), instant.getNano());
  }

  private static Key key(String programId) {
    return Key.of(programId, RATE);
  }
}
