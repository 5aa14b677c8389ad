package com.ceap.local.queue;

import static com.ceap.local.queue.QueueTables.BY_VISIBILITY;
import static com.ceap.local.queue.QueueTables.MESSAGES;

import com.ceap.lambdas.queue.Disposition;
import com.ceap.model.error.ErrorCode;
import com.ceap.storage.table.Item;
import com.ceap.storage.table.Page;
import com.ceap.storage.table.Query;
import com.ceap.storage.table.Table;
import com.ceap.storage.table.Tables;
import com.ceap.storage.table.TransactWrite;
import com.ceap.storage.table.Value;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Queues that last. What was sent is durable when {@link #send} returns; what was taken and not
 * settled comes back. Delays go by the platform's clock. Thread-safe; of the processes on a data
 * folder only the one that holds the engine's lock may take.
 */
public final class DurableQueues {
  private static final int PAGE = 100;

  private final Table messages;
  private final Transactions transactions;
  private final Counters counters;
  private final InstantSource clock;
  private final QueuePolicy policy;

  public DurableQueues(Tables tables, InstantSource clock, QueuePolicy policy) {
    this.messages = tables.table(MESSAGES);
    this.transactions = new Transactions(tables);
    this.counters = new Counters(tables);
    this.clock = clock;
    this.policy = policy;
  }

  public void send(List<Outgoing> messages) {
    send(messages, List.of());
  }

  /**
   * Sends messages, up to about a hundred at once in one transaction, in their order.
   *
   * @param together blind writes of the caller that happen with the first of them, at most 20; done
   *     also where there is no message
   */
  public void send(List<Outgoing> messages, List<TransactWrite> together) {
    Instant now = clock.instant();
    List<TransactWrite> others = together;
    for (List<Outgoing> batch : SendBatches.of(messages, together.size())) {
      List<TransactWrite> writes = new ArrayList<>(SendBatches.writes(batch, now));
      writes.addAll(others);
      transactions.commitAll(writes);
      others = List.of();
    }
    if (!others.isEmpty()) {
      transactions.commitAll(others);
    }
  }

  /**
   * Takes messages whose time has come, the longest due first; none where none is due.
   *
   * @param max at most 40
   */
  public synchronized List<TakenMessage> take(String queue, int max) {
    Instant now = clock.instant();
    List<TakenMessage> taken = take(visible(queue, now, max), now);
    List<TakenMessage> worn = taken.stream().filter(this::worn).toList();
    settle(worn.stream().map(DurableQueues::neverSettled).toList());
    return taken.stream().filter(Predicate.not(this::worn)).toList();
  }

  private List<TakenMessage> take(List<Item> visible, Instant now) {
    Instant until = now.plus(policy.visibility());
    return transactions
        .commit(
            visible,
            items ->
                items.stream()
                    .map(item -> QueueItem.taking(item, QueueItem.taken(item, until)))
                    .toList())
        .stream()
        .map(item -> QueueItem.taken(item, until))
        .toList();
  }

  private boolean worn(TakenMessage taken) {
    return taken.message().receives() > policy.receives();
  }

  private static Settlement neverSettled(TakenMessage taken) {
    return new Settlement(
        taken,
        new Disposition.Dead(
            ErrorCode.DEFECT,
            "it was taken %d times and never settled: each time the process ended meanwhile"
                .formatted(taken.message().receives() - 1)));
  }

  private List<Item> visible(String queue, Instant now, int max) {
    Query due = between(queue, Instant.EPOCH, now);
    List<Item> items = new ArrayList<>();
    Page page = new Page(List.of(), due.from());
    while (!page.last() && items.size() < max) {
      page = messages.query(due.from(page.next()).limit(max - items.size()));
      items.addAll(page.items());
    }
    return items;
  }

  /**
   * Does with messages of one queue, at most 40, what their stage answered. One that was taken too
   * long ago and is another's by now stays as it is.
   */
  public void settle(List<Settlement> settlements) {
    Instant now = clock.instant();
    transactions.commit(settlements, those -> writes(those, now));
  }

  private List<TransactWrite> writes(List<Settlement> settlements, Instant now) {
    List<TransactWrite> writes = new ArrayList<>();
    settlements.forEach(one -> writes.add(one.write(policy, now)));
    writes.addAll(
        DeadLetters.keeping(
            settlements.stream().flatMap(one -> one.letter(policy, now).stream()).toList()));
    int done = (int) settlements.stream().filter(Settlement::done).count();
    int dead = (int) settlements.stream().filter(one -> one.dead(policy)).count();
    Counters.adding(
            QueueCounters.group(settlements.getFirst().taken().queue()),
            Map.of(QueueCounters.DONE, done, QueueCounters.DEAD, dead))
        .ifPresent(writes::add);
    return writes;
  }

  /**
   * Lets what was in flight be taken at once, with its receives counted; for a new engine, when
   * nobody can be working on it any more.
   *
   * @return how many came back
   */
  public synchronized int recover(String queue) {
    Instant now = clock.instant();
    Query ahead = between(queue, now.plusMillis(1), Instant.MAX);
    int back = 0;
    Page page = new Page(List.of(), ahead.from());
    while (!page.last()) {
      page = messages.query(ahead.from(page.next()).limit(PAGE));
      back += release(page.items().stream().filter(QueueItem::isTaken).toList(), now);
    }
    return back;
  }

  private int release(List<Item> taken, Instant now) {
    return transactions
        .commit(taken, items -> items.stream().map(item -> QueueItem.releasing(item, now)).toList())
        .size();
  }

  /** When the next message of a queue that is not visible yet becomes so. */
  public Optional<Instant> nextVisible(String queue) {
    Query ahead = between(queue, clock.instant().plusMillis(1), Instant.MAX).limit(1);
    return messages.query(ahead).items().stream().map(QueueItem::visibleAt).findFirst();
  }

  /** Whether nothing of a queue could be taken now, and nothing is in flight. */
  public boolean idle(String queue) {
    Instant now = clock.instant();
    Query soon = between(queue, now.plusMillis(1), now.plus(policy.visibility()).plusMillis(1));
    if (!messages.query(between(queue, Instant.EPOCH, now).limit(1)).items().isEmpty()) {
      return false;
    }
    boolean free = true;
    Page page = new Page(List.of(), soon.from());
    while (free && !page.last()) {
      page = messages.query(soon.from(page.next()).limit(PAGE));
      free = page.items().stream().noneMatch(QueueItem::isTaken);
    }
    return free;
  }

  private static Query between(String queue, Instant low, Instant high) {
    return Query.of(queue)
        .on(BY_VISIBILITY.name())
        .between(
            Value.of(low.toEpochMilli()),
            Value.of(high.equals(Instant.MAX) ? Long.MAX_VALUE : high.toEpochMilli()));
  }

  /**
   * Sends a dead letter's body to its queue again, as a new message, and lets the letter go.
   *
   * @return whether it was still there
   */
  public boolean replay(DeadLetter letter) {
    Instant now = clock.instant();
    List<TransactWrite> writes = new ArrayList<>(DeadLetters.discarding(letter.id()));
    writes.addAll(SendBatches.writes(List.of(new Outgoing(letter.queue(), letter.body())), now));
    return !transactions.commit(List.of(letter), _ -> writes).isEmpty();
  }

  public QueueCounts counts(String queue) {
    return QueueCounters.read(counters.group(QueueCounters.group(queue)));
  }
}
