package com.ceap.storage;

import static com.ceap.storage.CeapTables.CANDIDATES;
import static com.ceap.storage.CeapTables.SCORES;

import com.ceap.model.Score;
import com.ceap.model.ScoredCandidate;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.storage.table.Condition;
import com.ceap.storage.table.Item;
import com.ceap.storage.table.Page;
import com.ceap.storage.table.Query;
import com.ceap.storage.table.TableDefinition;
import com.ceap.storage.table.Tables;
import com.ceap.storage.table.TransactOutcome;
import com.ceap.storage.table.TransactWrite;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Stores what was decided about one event with all that belongs to it, or nothing, in one
 * transaction. Nothing is stored of an event from before its customer was erased. Thread-safe.
 */
public final class DecisionRepository {

  /** How storing ended. */
  public enum Storing {
    STORED,
    /** Another worker has taken the claim over; nothing was written. */
    OVERTAKEN,
    /**
     * The customer was erased since the event; nothing was written, and the claim is still held.
     */
    FORGOTTEN
  }

  private static final int TRIES = 5;

  private final Tables tables;
  private final CandidateCodec codec;

  DecisionRepository(Tables tables, CandidateCodec codec) {
    this.tables = tables;
    this.codec = codec;
  }

  /**
   * Stores a candidate in place of an earlier one of the same key, its index entries and the scores
   * that models gave it, and ends the claim.
   *
   * @param scores for the cache, in place of all that it knows of the candidate; may be empty
   * @throws CeapException STORE_CONFLICT where others kept writing the same items
   */
  public Storing store(
      ScoredCandidate decision, RunStamp stamp, List<Score> scores, Claim.Owned claim) {
    List<TransactWrite> writes = new ArrayList<>();
    writes.add(
        ErasureMarker.notSince(decision.key().customerId(), decision.candidate().eventTime()));
    codec.forEachItem(decision, stamp, item -> writes.add(put(CANDIDATES, item)));
    if (!scores.isEmpty()) {
      writes.add(put(SCORES, ScoreCacheRepository.item(decision.key(), scores, Item.EMPTY)));
    }
    return commit(writes, claim, "STORED");
  }

  /**
   * Keeps why an event was turned away, and ends the claim.
   *
   * @param expires when it is forgotten
   * @throws CeapException STORE_CONFLICT where others kept writing the same items
   */
  public Storing reject(RejectedEvent event, Instant expires, Claim.Owned claim) {
    List<TransactWrite> writes = new ArrayList<>();
    writes.add(ErasureMarker.notSince(event.key().customerId(), event.eventTime()));
    writes.add(put(CANDIDATES, RejectedEventItem.encode(event, expires)));
    return commit(writes, claim, "REJECTED by " + event.rejection().filterId());
  }

  /** The first of the writes is the look at the erasure. */
  private Storing commit(List<TransactWrite> writes, Claim.Owned claim, String verdict) {
    switch (claim) {
      case Claim.Claimed claimed -> writes.add(DedupRepository.completion(claimed, verdict));
      case Claim.Unclaimed _ -> {}
    }
    for (int attempt = 0; attempt < TRIES; attempt++) {
      switch (tables.transact(writes)) {
        case TransactOutcome.Committed _ -> {
          return Storing.STORED;
        }
        case TransactOutcome.Refused(List<Integer> positions) -> {
          return positions.contains(0) ? Storing.FORGOTTEN : Storing.OVERTAKEN;
        }
        case TransactOutcome.Conflicted _ -> {}
      }
    }
    throw new CeapException(
        ErrorCode.STORE_CONFLICT,
        "the items of a decision were written by others " + TRIES + " times in a row");
  }

  /** What turned a customer's events away, as far as it is not forgotten. */
  public List<RejectedEvent> rejected(String customerId) {
    Query query = Query.of(customerId).beginsWith(CandidateKeys.REJECTED + '#');
    List<RejectedEvent> rejected = new ArrayList<>();
    Page page = new Page(List.of(), query.from());
    while (!page.last()) {
      page = tables.table(CANDIDATES).query(query.from(page.next()));
      page.items().forEach(item -> rejected.add(RejectedEventItem.decode(item)));
    }
    return rejected;
  }

  private static TransactWrite put(TableDefinition table, Item item) {
    return new TransactWrite.Put(table, item, Condition.ALWAYS);
  }
}
