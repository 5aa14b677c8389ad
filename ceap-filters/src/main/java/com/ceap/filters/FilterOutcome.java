package com.ceap.filters;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one filter did to a chunk.
 *
 * @param in how many candidates it was asked about
 * @param rejected how many of them it turned away
 * @param reasons how many by reason code, in the codes' order; they sum up to {@code rejected}
 */
public record FilterOutcome(String filterId, long in, long rejected, Map<String, Long> reasons) {
  public FilterOutcome {
    reasons = reasons.isEmpty() ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(reasons));
    long sum = 0;
    for (long count : reasons.values()) {
      sum += count;
    }
    if (sum != rejected || rejected > in) {
      throw new IllegalArgumentException(
          "filter %s: %d in, %d rejected, %d with a reason; every rejection has one reason"
              .formatted(filterId, in, rejected, sum));
    }
  }

  /** The same filter's outcome over both sets of candidates. */
  public FilterOutcome plus(FilterOutcome other) {
    if (!filterId.equals(other.filterId)) {
      throw new IllegalArgumentException(
          "outcomes of different filters do not add: " + filterId + " and " + other.filterId);
    }
    Map<String, Long> sum = new TreeMap<>(reasons);
    other.reasons.forEach((code, count) -> sum.merge(code, count, Long::sum));
    return new FilterOutcome(filterId, in + other.in, rejected + other.rejected, sum);
  }
}
