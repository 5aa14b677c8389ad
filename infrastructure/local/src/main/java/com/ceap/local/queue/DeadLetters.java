package com.ceap.local.queue;

import static com.ceap.local.queue.QueueTables.BY_DEATH;
import static com.ceap.local.queue.QueueTables.DEAD_LETTERS;

import com.ceap.model.error.ErrorCode;
import com.ceap.storage.table.Condition;
import com.ceap.storage.table.Item;
import com.ceap.storage.table.Key;
import com.ceap.storage.table.Page;
import com.ceap.storage.table.Query;
import com.ceap.storage.table.Table;
import com.ceap.storage.table.Tables;
import com.ceap.storage.table.TransactWrite;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was given up, kept until it is replayed. Thread-safe. */
public final class DeadLetters {

  /** The queue of what was refused before it reached any. */
  public static final String BUS = "bus";

  /** With its other attributes a body of this many bytes still fits an item. */
  private static final int MOST_BYTES = 384 * 1024;

  private static final int BEGINNING = 64 * 1024;
  private static final String SHELF = "dead";
  private static final String KEPT = "kept";

  private final Table table;
  private final Transactions transactions;
  private final Counters counters;

  public DeadLetters(Tables tables) {
    this.table = tables.table(DEAD_LETTERS);
    this.transactions = new Transactions(tables);
    this.counters = new Counters(tables);
  }

  /** The writes that keep letters and count them; of too large a body its beginning is kept. */
  public static List<TransactWrite> keeping(List<DeadLetter> letters) {
    List<TransactWrite> writes = new ArrayList<>();
    letters.forEach(letter -> writes.add(keeping(letter)));
    Counters.adding(SHELF, Map.of(KEPT, letters.size())).ifPresent(writes::add);
    return writes;
  }

  private static TransactWrite keeping(DeadLetter letter) {
    boolean cut = letter.cut() || isTooLarge(letter.body());
    Item item =
        Item.builder()
            .with("id", letter.id())
            .with("shelf", SHELF)
            .with("deadAt", letter.diedAt().toEpochMilli())
            .with("queue", letter.queue())
            .with("code", letter.code().name())
            .with("reason", letter.reason())
            .with("sentAt", letter.sentAt().toEpochMilli())
            .with("receives", letter.receives())
            .with("body", cut ? beginning(letter.body()) : letter.body())
            .with("cut", cut)
            .build();
    return new TransactWrite.Put(DEAD_LETTERS, item, Condition.ALWAYS);
  }

  private static boolean isTooLarge(String body) {
    return body.length() > MOST_BYTES / 3
        && body.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES;
  }

  private static String beginning(String body) {
    return body.substring(0, Math.min(body.length(), BEGINNING));
  }

  /** The writes that let a letter go, the first of them refused where it is gone already. */
  static List<TransactWrite> discarding(String id) {
    return List.of(
        new TransactWrite.Delete(DEAD_LETTERS, Key.of(id), Condition.EXISTS),
        Counters.adding(SHELF, Map.of(KEPT, -1)).orElseThrow());
  }

  public Optional<DeadLetter> find(String id) {
    return table.get(Key.of(id)).map(DeadLetters::letter);
  }

  /** The newest letters, the newest first. */
  public List<DeadLetter> newest(int limit) {
    List<DeadLetter> letters = new ArrayList<>();
    Query query = Query.of(SHELF).on(BY_DEATH.name()).backward().limit(limit);
    Page page = new Page(List.of(), query.from());
    while (!page.last() && letters.size() < limit) {
      page = table.query(query.from(page.next()).limit(limit - letters.size()));
      page.items().forEach(item -> letters.add(letter(item)));
    }
    return letters;
  }

  /** How many letters there are. */
  public long count() {
    return counters.count(SHELF, KEPT);
  }

  /** Lets a letter go; nothing where it is gone already. */
  public void discard(String id) {
    transactions.commit(List.of(id), _ -> discarding(id));
  }

  private static DeadLetter letter(Item item) {
    return new DeadLetter(
        item.text("id"),
        item.text("queue"),
        ErrorCode.valueOf(item.text("code")),
        item.text("reason"),
        Instant.ofEpochMilli(item.number("sentAt").toLong()),
        Instant.ofEpochMilli(item.number("deadAt").toLong()),
        (int) item.number("receives").toLong(),
        item.text("body"),
        item.flag("cut"));
  }
}
