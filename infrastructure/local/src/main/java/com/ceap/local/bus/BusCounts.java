package com.ceap.local.bus;

import com.ceap.local.queue.Counters;

/**
 * What came in so far.
 *
 * @param accepted events that were taken, through either door
 * @param refused entries that were turned away
 * @param unmatched of the accepted ones those that nobody asked for
 */
public record BusCounts(long accepted, long refused, long unmatched) {
  static final String GROUP = "bus";
  static final String ACCEPTED = "accepted";
  static final String REFUSED = "refused";
  static final String UNMATCHED = "unmatched";

  public static BusCounts read(Counters counters) {
    return new BusCounts(
        counters.count(GROUP, ACCEPTED),
        counters.count(GROUP, REFUSED),
        counters.count(GROUP, UNMATCHED));
  }
}
