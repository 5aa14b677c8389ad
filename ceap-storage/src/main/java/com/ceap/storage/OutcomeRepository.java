package com.ceap.storage;

import static com.ceap.storage.CeapTables.CANDIDATES;

import com.ceap.model.CandidateKey;
import com.ceap.storage.UnlessErased.Written;
import com.ceap.storage.table.Condition;
import com.ceap.storage.table.Item;
import com.ceap.storage.table.Key;
import com.ceap.storage.table.Table;
import com.ceap.storage.table.Tables;
import com.ceap.storage.table.TransactWrite;
import com.ceap.storage.table.Value;
import java.time.Instant;
import java.util.Optional;

/**
 * What became of candidates. Repeating a call changes nothing, and the order of calls does not
 * matter. Nothing is kept of what came before the customer was erased. Thread-safe.
 */
public final class OutcomeRepository {

  private static final String CANDIDATE = "candidate";

  private final Table table;
  private final UnlessErased writes;

  OutcomeRepository(Tables tables) {
    this.table = tables.table(CANDIDATES);
    this.writes = new UnlessErased(tables);
  }

  /**
   * Records what became of a candidate, unless one of a higher rank or an earlier one of the same
   * rank is known.
   *
   * @return whether it was recorded
   */
  public boolean record(CandidateKey key, Outcome outcome, Instant at, Instant expires) {
    return record(key, new OutcomeItem(outcome, at, Optional.empty()), expires);
  }

  /**
   * Records the order that converted a candidate, unless an earlier one has.
   *
   * @return whether it was recorded
   */
  public boolean record(CandidateKey key, Conversion conversion, Instant expires) {
    return record(key, OutcomeItem.of(conversion), expires);
  }

  private boolean record(CandidateKey key, OutcomeItem item, Instant expires) {
    TransactWrite change =
        new TransactWrite.Change(
            CANDIDATES,
            CandidateKeys.outcome(key),
            item.update(expires),
            item.standsAgainstStored());
    return writes.write(key.customerId(), item.at(), change) == Written.WRITTEN;
  }

  /**
   * Gives an order to the one candidate that it converts, for good: whichever was named first.
   * Without it the revenue of an order that comes twice could count twice.
   *
   * @param at when it was ordered
   * @return the candidate that the order belongs to, which may be another one; empty where the
   *     customer was erased since
   */
  public Optional<CandidateKey> assign(
      String orderId, CandidateKey candidate, Instant at, Instant expires) {
    Key key = CandidateKeys.order(candidate.customerId(), orderId);
    Item item =
        Item.builder()
            .withAll(CANDIDATES.keyItem(key))
            .with(CANDIDATE, CandidateKeys.candidate(candidate).sort())
            .with(CANDIDATES.ttlAttribute(), Value.of(expires.getEpochSecond()))
            .build();
    TransactWrite put = new TransactWrite.Put(CANDIDATES, item, Condition.ABSENT);
    return switch (writes.write(candidate.customerId(), at, put)) {
      case WRITTEN -> Optional.of(candidate);
      case REFUSED ->
          table
              .get(key)
              .map(
                  stored ->
                      CandidateKeys.parse(Key.of(candidate.customerId(), stored.text(CANDIDATE))));
      case FORGOTTEN -> Optional.empty();
    };
  }
}
