package com.ceap.scoring;

import com.ceap.model.RejectedCandidate;
import com.ceap.model.ScoredCandidate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what became of each candidate of a chunk. For one thread. */
final class ChunkVerdicts {
  private final ScoredCandidate[] scored;
  private final RejectedCandidate[] rejected;
  private final Map<String, ModelReport> reports = new LinkedHashMap<>();

  ChunkVerdicts(int size) {
    this.scored = new ScoredCandidate[size];
    this.rejected = new RejectedCandidate[size];
  }

  void scored(int position, ScoredCandidate candidate) {
    scored[position] = candidate;
  }

  void rejected(int position, RejectedCandidate candidate) {
    rejected[position] = candidate;
  }

  void report(ModelReport report) {
    reports.merge(report.modelId(), report, ModelReport::plus);
  }

  ScoringResult result() {
    return new ScoringResult(present(scored), present(rejected), List.copyOf(reports.values()));
  }

  private static <T> List<T> present(T[] candidates) {
    List<T> present = new ArrayList<>(candidates.length);
    for (T candidate : candidates) {
      if (candidate != null) {
        present.add(candidate);
      }
    }
    return present;
  }
}
