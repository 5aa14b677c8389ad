package com.ceap.storage;

import static com.ceap.storage.CeapTables.CANDIDATES;
import static com.ceap.storage.CeapTables.PROGRAM_CATEGORY_DATE;
import static com.ceap.storage.CeapTables.PROGRAM_CHANNEL_SCORE;

import com.ceap.model.CandidateKey;
import com.ceap.model.CustomerLedger;
import com.ceap.model.ScoredCandidate;
import com.ceap.storage.table.BatchWrite;
import com.ceap.storage.table.Condition;
import com.ceap.storage.table.Item;
import com.ceap.storage.table.Key;
import com.ceap.storage.table.Page;
import com.ceap.storage.table.Query;
import com.ceap.storage.table.Table;
import com.ceap.storage.table.Update;
import com.ceap.storage.table.Value;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Decisions by customer, and by program in score or date order. Nothing that has expired is ever
 * returned. Thread-safe.
 */
public final class CandidateRepository {

  private static final Comparator<StoredCandidate> BEST_FIRST =
      Comparator.comparingDouble((StoredCandidate c) -> c.decision().score())
          .reversed()
          .thenComparing(c -> CandidateKeys.identity(c.decision().key()));

  private final Table table;
  private final IndexShards shards;
  private final CandidateCodec codec;

  CandidateRepository(Table table, IndexShards shards) {
    this.table = table;
    this.shards = shards;
    this.codec = new CandidateCodec(shards);
  }

  /**
   * Writes decisions blind, in place of earlier ones of the same keys: repeating it changes
   * nothing. INDEX items of channels that a candidate has lost stay behind; {@link IndexReader}
   * looks at the candidate itself, so they are never seen, and they expire with it. Bring many
   * decisions at once: on SQLite ten thousand or more make good transactions.
   *
   * @throws com.ceap.model.error.CeapException STORE_THROTTLED with the number not written
   */
  public void storeAll(RunStamp run, List<ScoredCandidate> decisions) {
    List<BatchWrite> writes = new ArrayList<>(decisions.size() * 3);
    // Neighbours in the key index are written together, which touches fewer pages.
    decisions.stream()
        .sorted(Comparator.comparing(decision -> decision.key().customerId()))
        .forEach(decision -> codec.addWrites(decision, run, writes));
    table.batchWrite(writes);
  }

  /** The candidate of a key, read consistently. */
  public Optional<StoredCandidate> find(CandidateKey key) {
    return table.get(CandidateKeys.candidate(key)).map(CandidateCodec::decode);
  }

  /** A customer's ledger, candidates and outcomes: one query where they fit a page. */
  public CustomerCandidates find(String customerId) {
    return find(customer(customerId));
  }

  /** As {@link #find(String)}, with every write that was acknowledged before; twice the price. */
  public CustomerCandidates findConsistently(String customerId) {
    return find(customer(customerId).consistently());
  }

  // All that sorts before the INDEX items.
  private static Query customer(String customerId) {
    return Query.of(customerId)
        .between(Value.of(CandidateKeys.LEDGER), Value.of(CandidateKeys.INDEX));
  }

  private CustomerCandidates find(Query query) {
    String customerId = query.partition();
    CustomerLedger ledger = CustomerLedger.empty(customerId);
    List<StoredCandidate> candidates = new ArrayList<>();
    Map<CandidateKey, Outcome> outcomes = new HashMap<>();
    Map<CandidateKey, Conversion> conversions = new HashMap<>();
    for (Item item : all(query)) {
      Key key = CANDIDATES.key(item);
      if (key.sort().startsWith(CandidateKeys.CANDIDATE)) {
        candidates.add(CandidateCodec.decode(item));
      } else if (key.sort().startsWith(CandidateKeys.OUTCOME)) {
        CandidateKey candidate = CandidateKeys.parse(key);
        OutcomeItem outcome = OutcomeItem.decode(item);
        outcomes.put(candidate, outcome.outcome());
        outcome.conversion().ifPresent(conversion -> conversions.put(candidate, conversion));
      } else {
        ledger = LedgerCodec.decode(item).ledger(customerId);
      }
    }
    candidates.sort(BEST_FIRST);
    return new CustomerCandidates(ledger, candidates, outcomes, conversions);
  }

  private List<Item> all(Query query) {
    Page page = table.query(query);
    List<Item> items = new ArrayList<>(page.items());
    while (!page.last()) {
      page = table.query(query.from(page.next()));
      items.addAll(page.items());
    }
    return items;
  }

  /**
   * The candidates of a program, in these marketplaces, that may go out on a channel, best score
   * first. Equal scores follow the shards and, within one, the store: a total order. Pages are
   * exact while the index rests; while it is being written nothing is lost, but one may come twice.
   *
   * @param limit at most this many; fewer come only at the end
   */
  public CandidatePage top(
      String program,
      List<String> marketplaces,
      String channel,
      double minScore,
      int limit,
      Cursor cursor) {
    return top(program, marketplaces, channel, minScore, limit, cursor, UnaryOperator.identity());
  }

  /**
   * As {@link #top(String, List, String, double, int, Cursor)}, of those that pass.
   *
   * @param sift answers those of some candidates that count, in their order
   */
  public CandidatePage top(
      String program,
      List<String> marketplaces,
      String channel,
      double minScore,
      int limit,
      Cursor cursor,
      UnaryOperator<List<StoredCandidate>> sift) {
    Query query =
        Query.of("")
            .on(PROGRAM_CHANNEL_SCORE.name())
            .between(Value.of(minScore), Value.of(1))
            .backward();
    Predicate<StoredCandidate> matching =
        c ->
            c.decision().candidate().channels().contains(channel)
                && c.decision().score() >= minScore;
    return new IndexReader(table)
        .read(
            query,
            partitions(program, marketplaces, channel),
            limit,
            cursor,
            candidates -> sift.apply(candidates.stream().filter(matching).toList()));
  }

  /**
   * The candidates of a program and category of some business dates, both included, newest first.
   * Carts are grouped by {@link ValueBand} in place of a category.
   */
  public CandidatePage byCategory(
      String program,
      List<String> marketplaces,
      String category,
      LocalDate from,
      LocalDate to,
      int limit,
      Cursor cursor) {
    return byCategory(
        program, marketplaces, category, from, to, limit, cursor, UnaryOperator.identity());
  }

  /**
   * As {@link #byCategory(String, List, String, LocalDate, LocalDate, int, Cursor)}, of those that
   * pass.
   *
   * @param sift answers those of some candidates that count, in their order
   */
  public CandidatePage byCategory(
      String program,
      List<String> marketplaces,
      String category,
      LocalDate from,
      LocalDate to,
      int limit,
      Cursor cursor,
      UnaryOperator<List<StoredCandidate>> sift) {
    Predicate<StoredCandidate> matching =
        c ->
            !c.businessDate().isBefore(from)
                && !c.businessDate().isAfter(to)
                && CandidateCodec.category(c.decision().candidate()).equals(Optional.of(category));
    Query query =
        Query.of("")
            .on(PROGRAM_CATEGORY_DATE.name())
            .between(Value.of(from.toString()), Value.of(to.toString()))
            .backward();
    return new IndexReader(table)
        .read(
            query,
            partitions(program, marketplaces, category),
            limit,
            cursor,
            candidates -> sift.apply(candidates.stream().filter(matching).toList()));
  }

  /**
   * Makes a candidate expire now, unless it was decided anew since it was seen.
   *
   * @return whether it expired
   */
  public boolean expire(StoredCandidate seen, Instant now) {
    Update update =
        Update.of(Update.put(CANDIDATES.ttlAttribute(), Value.of(now.getEpochSecond())));
    Condition same =
        Condition.all(
            Condition.equal("storedAt", Epoch.of(seen.storedAt())),
            Condition.equal("run", Value.of(seen.runId())));
    return table.update(CandidateKeys.candidate(seen.decision().key()), update, same).written();
  }

  /** Deletes a candidate with its INDEX items, whatever became of it since. */
  public void remove(StoredCandidate stored) {
    CandidateKey key = stored.decision().key();
    List<BatchWrite> writes = new ArrayList<>();
    writes.add(BatchWrite.delete(CandidateKeys.candidate(key)));
    for (String channel : stored.decision().candidate().channels()) {
      String index = CandidateKeys.index(CandidateKeys.identity(key), channel);
      writes.add(BatchWrite.delete(Key.of(key.customerId(), index)));
    }
    table.batchWrite(writes);
  }

  private List<String> partitions(String program, List<String> marketplaces, String group) {
    return marketplaces.stream()
        .flatMap(marketplace -> shards.partitions(program, marketplace, group).stream())
        .toList();
  }
}
