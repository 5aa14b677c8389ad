package com.ceap.filters;

import com.ceap.model.RejectedCandidate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts rejections by reason code. */
final class Tally {
  private long count;

  private Tally() {}

  static FilterOutcome outcome(String filterId, long in, List<RejectedCandidate> rejected) {
    if (rejected.isEmpty()) {
      return new FilterOutcome(filterId, in, 0, Map.of());
    }
    Map<String, Tally> byReason = new HashMap<>();
    for (RejectedCandidate one : rejected) {
      byReason.computeIfAbsent(one.rejection().reasonCode(), _ -> new Tally()).count++;
    }
    Map<String, Long> reasons = new HashMap<>();
    byReason.forEach((code, tally) -> reasons.put(code, tally.count));
    return new FilterOutcome(filterId, in, rejected.size(), reasons);
  }
}
