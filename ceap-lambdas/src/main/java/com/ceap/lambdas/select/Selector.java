package com.ceap.lambdas.select;

import com.ceap.model.Context;
import com.ceap.model.ScoredCandidate;
import com.ceap.model.program.Selection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Finds the cut-off of each group: offer every scored candidate once, then ask which to keep. Holds
 * at most {@code top} ranks for each group. Offering is for one thread; asking is thread-safe.
 */
public final class Selector {
  private final Selection selection;
  private final Map<String, PriorityQueue<Rank>> best = new HashMap<>();

  public Selector(Selection selection) {
    this.selection = selection;
  }

  public void offer(ScoredCandidate candidate) {
    PriorityQueue<Rank> group =
        best.computeIfAbsent(group(candidate), g -> new PriorityQueue<>(Comparator.reverseOrder()));
    Rank rank = Rank.of(candidate);
    if (group.size() < selection.top()) {
      group.add(rank);
    } else if (rank.compareTo(group.peek()) < 0) {
      group.poll();
      group.add(rank);
    }
  }

  /** Whether a candidate that was offered is among the best of its group. */
  public boolean keeps(ScoredCandidate candidate) {
    return Rank.of(candidate).compareTo(best.get(group(candidate)).peek()) <= 0;
  }

  /** How many are kept of all that were offered. */
  public long kept() {
    return best.values().stream().mapToLong(PriorityQueue::size).sum();
  }

  private String group(ScoredCandidate scored) {
    return switch (selection.groupBy()) {
      case NONE -> "";
      case SUBJECT -> scored.key().subject().id();
      case CUSTOMER -> scored.key().customerId();
      case CATEGORY -> scored.candidate().context(Context.CATEGORY).orElse("");
    };
  }
}
