package com.ceap.lambdas.channel;

import com.ceap.lambdas.journey.DueTouchJson;
import com.ceap.lambdas.queue.Disposition;
import com.ceap.lambdas.queue.QueueMessage;
import com.ceap.model.DueTouch;
import com.ceap.model.error.ErrorCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** A queue as SQS is one: at least once, in no order, with dead letters after five receives. */
final class TouchQueue {
  static final int RECEIVES = 5;
  private static final Duration VISIBILITY = Duration.ofMinutes(2);

  private final SplittableRandom random;
  private final List<Entry> entries = new ArrayList<>();
  private final List<Entry> dead = new ArrayList<>();
  private int swept;

  /** One message; whoever took it may answer after it has become visible again. */
  static final class Entry {
    private final String body;
    private Instant visible;
    private int receives;
    private boolean taken;

    private Entry(String body, Instant visible) {
      this.body = body;
      this.visible = visible;
    }

    QueueMessage message() {
      return new QueueMessage("q", body, receives);
    }
  }

  TouchQueue(SplittableRandom random) {
    this.random = random;
  }

  void put(DueTouch touch, Instant now) {
    entries.add(new Entry(DueTouchJson.write(touch), now));
  }

  boolean isEmpty() {
    return entries.isEmpty() && dead.isEmpty();
  }

  /** How many dead letters were dealt with. */
  int swept() {
    return swept;
  }

  Optional<Instant> nextVisible() {
    return Stream.concat(entries.stream(), dead.stream())
        .map(entry -> entry.visible)
        .min(Comparator.naturalOrder());
  }

  /** Takes a message that is visible. */
  Optional<Entry> take(Instant now) {
    Optional<Entry> taken = any(entries, now);
    taken.ifPresent(
        entry -> {
          entry.receives++;
          entry.taken = true;
          entry.visible = now.plus(VISIBILITY);
        });
    return taken;
  }

  /** Makes a message visible before whoever has it is done. */
  void reappear() {
    List<Entry> taken = entries.stream().filter(entry -> entry.taken).toList();
    if (!taken.isEmpty()) {
      taken.get(random.nextInt(taken.size())).visible = Instant.MIN;
    }
  }

  Optional<Entry> takeDead(Instant now) {
    Optional<Entry> taken = any(dead, now);
    taken.ifPresent(entry -> entry.visible = now.plus(VISIBILITY));
    return taken;
  }

  private Optional<Entry> any(List<Entry> some, Instant now) {
    List<Entry> visible = some.stream().filter(e -> !e.visible.isAfter(now)).toList();
    return visible.isEmpty()
        ? Optional.empty()
        : Optional.of(visible.get(random.nextInt(visible.size())));
  }

  void answered(Entry entry, Disposition disposition, Instant now) {
    entry.taken = false;
    switch (disposition) {
      case Disposition.Done _ -> entries.remove(entry);
      case Disposition.Later(Duration after) -> {
        entry.receives--;
        entry.visible = now.plus(after);
      }
      case Disposition.Retry(ErrorCode _, String _) -> entry.visible = now.plusSeconds(30);
      case Disposition.Dead(ErrorCode _, String _) -> entry.receives = RECEIVES;
    }
    buryUsedUp();
  }

  /** Whoever had it died; it comes back by itself. */
  void abandoned(Entry entry) {
    entry.taken = false;
    buryUsedUp();
  }

  private void buryUsedUp() {
    for (Entry entry : List.copyOf(entries)) {
      if (entry.receives >= RECEIVES) {
        entries.remove(entry);
        dead.add(entry);
      }
    }
  }

  /** What the sweeper says of a dead letter; one that was never reserved is replayed. */
  void swept(Entry entry, Disposition disposition, Instant now) {
    switch (disposition) {
      case Disposition.Done _ -> swept += dead.remove(entry) ? 1 : 0;
      case Disposition.Later(Duration after) -> entry.visible = now.plus(after);
      case Disposition.Retry(ErrorCode _, String _) -> entry.visible = now.plusSeconds(30);
      case Disposition.Dead(ErrorCode _, String _) -> {
        if (dead.remove(entry)) {
          entry.receives = 0;
          entries.add(entry);
        }
      }
    }
  }
}
