package com.ceap.lambdas.select;

import com.ceap.model.ScoredCandidate;
import com.ceap.model.program.Selection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Finds the cut-off of each group: offer every scored candidate once, then ask for the cut-offs.
 * Holds at most {@code top} ranks for each group. For one thread.
 */
public final class Selector {
  private final Selection selection;
  private final Map<String, Group> groups = new HashMap<>();

  /** The best of a group, the worst of them first. */
  private static final class Group {
    private final PriorityQueue<Rank> best = new PriorityQueue<>(Comparator.reverseOrder());
    private boolean cut;
  }

  public Selector(Selection selection) {
    this.selection = selection;
  }

  public void offer(ScoredCandidate candidate) {
    Group group =
        groups.computeIfAbsent(Groups.of(selection.groupBy(), candidate), g -> new Group());
    group.best.add(Rank.of(candidate));
    if (group.best.size() > selection.top()) {
      group.best.poll();
      group.cut = true;
    }
  }

  /** What to keep of all that were offered. */
  public Cutoffs cutoffs() {
    Map<String, Rank> last = new HashMap<>();
    groups.forEach(
        (name, group) -> {
          if (group.cut) {
            last.put(name, group.best.element());
          }
        });
    return new Cutoffs(selection.groupBy(), last);
  }

  /** How many are kept of all that were offered. */
  public long kept() {
    return groups.values().stream().mapToLong(group -> group.best.size()).sum();
  }
}
