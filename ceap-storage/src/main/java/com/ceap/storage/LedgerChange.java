package com.ceap.storage;

import com.ceap.model.LedgerEntry;
import java.util.List;

/**
 * What to make of a customer's ledger, and what to answer.
 *
 * @param entries none where nothing is to be written
 */
public record LedgerChange<R>(R result, List<LedgerEntry> entries) {
  public LedgerChange {
    entries = List.copyOf(entries);
  }

  public static <R> LedgerChange<R> none(R result) {
    return new LedgerChange<>(result, List.of());
  }

  public static <R> LedgerChange<R> of(R result, LedgerEntry... entries) {
    return new LedgerChange<>(result, List.of(entries));
  }
}
