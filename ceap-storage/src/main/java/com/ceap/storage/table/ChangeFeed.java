package com.ceap.storage.table;

import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * What changed in the tables. It is exact for whole days (UTC), for any stretch that ends with one,
 * and for any that reaches up to now; an end within a day that has gone on is refused, since a
 * store keeps no more than the last image of each day. Thread-safe.
 */
public interface ChangeFeed {

  /** The stretches that a feed keeps images for. */
  Duration DAY = Duration.ofDays(1);

  /**
   * How many whole days before today a store remembers: a week whose figures may still change, and
   * the week before it that these rest on.
   */
  int DAYS = 15;

  /**
   * Every item of a table that was written in [from, to), once each, as it was after its last write
   * in that time; deleted ones are left out, also where they were deleted later. What has expired
   * is given like the rest. The table must have a feed, and only the items that it feeds are given.
   *
   * @throws CeapException ARGUMENT_INVALID where the table has no feed, where {@code to} is neither
   *     a midnight (UTC) nor now or later, or where {@code from} is further back than the store
   *     remembers
   */
  void forEach(TableDefinition table, Instant from, Instant to, Consumer<Item> action);

  /** Throws ARGUMENT_INVALID where a feed that remembers so many days cannot be exact. */
  static void check(TableDefinition table, Instant from, Instant to, Instant now, int days) {
    if (!table.hasFeed()) {
      throw invalid("table " + table.name() + " has no change feed");
    }
    if (to.toEpochMilli() % DAY.toMillis() != 0 && to.isBefore(now)) {
      throw invalid("changes end with a day (UTC) or with the present, not at " + to);
    }
    Instant oldest = Instant.ofEpochSecond(startOfDay(now) - days * DAY.toSeconds());
    if (from.isBefore(oldest)) {
      throw invalid(
          "changes are kept for %d days, so from %s on, not from %s".formatted(days, oldest, from));
    }
  }

  private static long startOfDay(Instant instant) {
    return Math.floorDiv(instant.getEpochSecond(), DAY.toSeconds()) * DAY.toSeconds();
  }

  private static CeapException invalid(String message) {
    return new CeapException(ErrorCode.ARGUMENT_INVALID, message);
  }
}
