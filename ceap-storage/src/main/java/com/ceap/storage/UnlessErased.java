package com.ceap.storage;

import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.storage.table.Tables;
import com.ceap.storage.table.TransactOutcome;
import com.ceap.storage.table.TransactWrite;
import java.time.Instant;
import java.util.List;

/**
 * Makes a write unless the customer was erased since what it tells of, in one call: an erasure
 * cannot come between a look and the write. For what a customer seldom does; of writes that come
 * side by side one would hold up the others, since each holds the marker.
 */
record UnlessErased(Tables tables) {
  /** Nothing is read anew between two of them, so that they are over soon. */
  private static final int TRIES = 20;

  /** How a write ended. */
  enum Written {
    WRITTEN,
    /** Its own condition does not hold. */
    REFUSED,
    FORGOTTEN
  }

  /**
   * Makes a write.
   *
   * @param happened when what it tells of happened
   * @throws CeapException STORE_CONFLICT where others kept writing the same items
   */
  Written write(String customerId, Instant happened, TransactWrite write) {
    List<TransactWrite> writes = List.of(ErasureMarker.notSince(customerId, happened), write);
    for (int attempt = 0; attempt < TRIES; attempt++) {
      switch (tables.transact(writes)) {
        case TransactOutcome.Committed _ -> {
          return Written.WRITTEN;
        }
        case TransactOutcome.Refused(List<Integer> positions) -> {
          return positions.contains(0) ? Written.FORGOTTEN : Written.REFUSED;
        }
        case TransactOutcome.Conflicted _ -> {}
      }
    }
    throw new CeapException(
        ErrorCode.STORE_CONFLICT,
        "what became of a candidate was written by others " + TRIES + " times in a row");
  }
}
