package com.ceap.storage;

import static com.ceap.storage.CeapTables.CANDIDATES;

import com.ceap.model.CandidateKey;
import com.ceap.storage.table.Condition;
import com.ceap.storage.table.Item;
import com.ceap.storage.table.Key;
import com.ceap.storage.table.Table;
import com.ceap.storage.table.Value;
import com.ceap.storage.table.WriteOutcome;
import java.time.Instant;
import java.util.Optional;

/**
 * What became of candidates. Repeating a call changes nothing, and the order of calls does not
 * matter. Thread-safe.
 */
public final class OutcomeRepository {

  private static final String CANDIDATE = "candidate";

  private final Table table;

  OutcomeRepository(Table table) {
    this.table = table;
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
    return table
        .update(CandidateKeys.outcome(key), item.update(expires), item.standsAgainstStored())
        .written();
  }

  /**
   * Gives an order to the one candidate that it converts, for good: whichever was named first.
   * Without it the revenue of an order that comes twice could count twice.
   *
   * @return the candidate that the order belongs to, which may be another one
   */
  public CandidateKey assign(String orderId, CandidateKey candidate, Instant expires) {
    Key key = CandidateKeys.order(candidate.customerId(), orderId);
    Item item =
        Item.builder()
            .withAll(CANDIDATES.keyItem(key))
            .with(CANDIDATE, CandidateKeys.candidate(candidate).sort())
            .with(CANDIDATES.ttlAttribute(), Value.of(expires.getEpochSecond()))
            .build();
    return switch (table.put(item, Condition.ABSENT)) {
      case WriteOutcome.Written _ -> candidate;
      case WriteOutcome.Refused(Item stored) ->
          CandidateKeys.parse(Key.of(candidate.customerId(), stored.text(CANDIDATE)));
    };
  }
}
