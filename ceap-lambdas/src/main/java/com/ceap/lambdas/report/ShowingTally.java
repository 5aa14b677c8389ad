package com.ceap.lambdas.report;

import com.ceap.storage.Engagement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Adds up what customers did in apps on a day, by group. For one thread. */
final class ShowingTally {
  private final SortedMap<Group, Showings> sums = new TreeMap<>();
  private final Map<Group, Set<String>> customers = new HashMap<>();

  void add(Group group, Seen.On on, Seen seen) {
    boolean first =
        customers.computeIfAbsent(group, _ -> new HashSet<>()).add(on.candidate().customerId());
    sums.merge(
        group,
        new Showings(
            seen.impressions(),
            first ? 1 : 0,
            1,
            one(seen, Engagement.Type.CLICK),
            one(seen, Engagement.Type.ADD_TO_CART),
            one(seen, Engagement.Type.DISMISSAL),
            one(seen, Engagement.Type.CONVERSION)),
        Showings::plus);
  }

  private static long one(Seen seen, Engagement.Type type) {
    return seen.has(type) ? 1 : 0;
  }

  SortedMap<Group, Showings> sums() {
    return sums;
  }
}
