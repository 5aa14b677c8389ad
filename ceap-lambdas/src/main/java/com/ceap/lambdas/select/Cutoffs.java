package com.ceap.lambdas.select;

import com.ceap.model.ScoredCandidate;
import com.ceap.model.program.Selection;
import java.util.Map;

/**
 * The last place that is kept of each group that has more candidates than places; of other groups
 * all are kept. Thread-safe.
 */
public final class Cutoffs {
  private final Selection.GroupBy groupBy;
  private final Map<String, Rank> last;

  Cutoffs(Selection.GroupBy groupBy, Map<String, Rank> last) {
    this.groupBy = groupBy;
    this.last = Map.copyOf(last);
  }

  /** Whether a scored candidate of the run is among the best of its group. */
  public boolean keeps(ScoredCandidate candidate) {
    Rank cutoff = last.get(Groups.of(groupBy, candidate));
    return cutoff == null || Rank.of(candidate).compareTo(cutoff) <= 0;
  }

  Map<String, Rank> last() {
    return last;
  }
}
