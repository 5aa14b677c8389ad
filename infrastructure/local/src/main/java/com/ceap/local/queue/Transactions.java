package com.ceap.local.queue;

import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.storage.table.Tables;
import com.ceap.storage.table.TransactOutcome;
import com.ceap.storage.table.TransactWrite;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Writes what changes together, and leaves out what has changed since it was read. */
final class Transactions {
  private static final int TRIES = 5;

  private final Tables tables;

  Transactions(Tables tables) {
    this.tables = tables;
  }

  /**
   * Writes for all parts together, without those whose condition does not hold.
   *
   * @param writes the writes for parts, the first of each part's in the order of the parts and only
   *     these conditional
   * @return the parts that were written
   */
  <T> List<T> commit(List<T> parts, Function<List<T>, List<TransactWrite>> writes) {
    List<T> left = new ArrayList<>(parts);
    for (int attempt = 0; attempt < TRIES && !left.isEmpty(); attempt++) {
      switch (tables.transact(writes.apply(List.copyOf(left)))) {
        case TransactOutcome.Committed _ -> {
          return List.copyOf(left);
        }
        case TransactOutcome.Refused(List<Integer> positions) -> {
          left = without(left, positions);
          attempt = -1;
        }
        case TransactOutcome.Conflicted _ -> {}
      }
    }
    if (left.isEmpty()) {
      return List.of();
    }
    throw new CeapException(
        ErrorCode.STORE_CONFLICT,
        "others kept changing the same %d messages in %d tries".formatted(left.size(), TRIES));
  }

  /** Writes what no condition can refuse. */
  void commitAll(List<TransactWrite> writes) {
    commit(List.of(writes), _ -> writes);
  }

  private static <T> List<T> without(List<T> parts, List<Integer> positions) {
    Set<Integer> refused = new HashSet<>(positions);
    List<T> left = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      if (!refused.contains(i)) {
        left.add(parts.get(i));
      }
    }
    return left;
  }
}
