package com.ceap.storage.table;

import java.util.List;

/** How a transaction ended: all of it was written, or nothing. */
public sealed interface TransactOutcome {

  /** Everything was written. */
  record Committed() implements TransactOutcome {}

  /** Conditions of the writes at these positions did not hold. */
  record Refused(List<Integer> positions) implements TransactOutcome {
    public Refused {
      positions = List.copyOf(positions);
    }
  }

  /** Another write was under way on one of the items; the same transaction may succeed now. */
  record Conflicted() implements TransactOutcome {}
}
